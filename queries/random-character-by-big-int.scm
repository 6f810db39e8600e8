; A random number below a limit that is made for it.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (_) . (call_expression) @limit .)
  (#eq? @_name "Int")) @report
