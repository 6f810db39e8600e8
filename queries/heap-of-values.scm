; An element is pushed.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (_) . (_) @value .)
  (#eq? @_name "Push")) @report
