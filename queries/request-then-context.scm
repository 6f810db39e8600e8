; A request gets a variable. The guards ask whether it gets a context later.
(short_var_declaration
  left: (expression_list . (identifier) @request)
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (_) . (_) . (_) .)) @new .)
  (#eq? @_name "NewRequest")) @report
