; A variable gets all that a reader gives. The guards ask what becomes of it.
(short_var_declaration
  left: (expression_list . (identifier) @bytes)
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (_) @reader .)) @read .)
  (#eq? @_name "ReadAll")) @report
