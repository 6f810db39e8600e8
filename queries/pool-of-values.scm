; Something is put into a pool.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (_) @value .)
  (#eq? @_name "Put")) @report
