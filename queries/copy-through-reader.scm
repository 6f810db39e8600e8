; All of a reader over memory is copied.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (_) @writer . (call_expression
    function: (selector_expression)
    arguments: (argument_list . (_) @data .)) @reader .)
  (#eq? @_name "Copy")) @report
