; What has passed since a time: `time.Now().Sub(start)`.
(call_expression
  function: (selector_expression
    operand: (call_expression
      function: (selector_expression field: (field_identifier) @_now)) @now
    field: (field_identifier) @_sub)
  arguments: (argument_list . (_) @start .)
  (#eq? @_now "Now")
  (#eq? @_sub "Sub")) @report @passed

; What is left until a time: `end.Sub(time.Now())`.
(call_expression
  function: (selector_expression operand: (_) @end field: (field_identifier) @_sub)
  arguments: (argument_list . (call_expression
    function: (selector_expression field: (field_identifier) @_now)) @now .)
  (#eq? @_now "Now")
  (#eq? @_sub "Sub")) @report @left
