; A variable gets the bytes of a file. The guards ask what becomes of them.
(short_var_declaration
  left: (expression_list . (identifier) @data)
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (_) .)) @read .)
  (#eq? @_name "ReadFile")) @report
