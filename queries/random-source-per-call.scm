; A source is made from a seed, and a generator from the source.
(call_expression
  function: (selector_expression field: (field_identifier) @_new)
  arguments: (argument_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (call_expression) @seed .)) @source .)
  (#eq? @_new "New")
  (#eq? @_name "NewSource")) @report
