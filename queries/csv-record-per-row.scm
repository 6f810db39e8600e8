; A row is read into new variables.
(short_var_declaration
  left: (expression_list . (identifier) @record . (_) .)
  right: (expression_list . (call_expression
    function: (selector_expression
      operand: (identifier) @reader
      field: (field_identifier) @_name)
    arguments: (argument_list)) @read .)
  (#eq? @_name "Read")) @report
