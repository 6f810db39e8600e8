; DeepEqual of something and a zero value.
(call_expression
  function: (selector_expression field: (field_identifier) @_deep)
  arguments: (argument_list . (_) . (call_expression
    function: (selector_expression
      operand: (call_expression
        function: (selector_expression field: (field_identifier) @_zero)) @zero
      field: (field_identifier) @_interface)) .)
  (#eq? @_deep "DeepEqual")
  (#eq? @_zero "Zero")
  (#eq? @_interface "Interface")) @report

; Something == a zero value.
(binary_expression
  left: (call_expression
    function: (selector_expression operand: (_) @value field: (field_identifier) @_left))
  operator: "=="
  right: (call_expression
    function: (selector_expression
      operand: (call_expression
        function: (selector_expression field: (field_identifier) @_zero)) @zero
      field: (field_identifier) @_interface))
  (#eq? @_left "Interface")
  (#eq? @_zero "Zero")
  (#eq? @_interface "Interface")) @report

; Something != a zero value.
(binary_expression
  left: (call_expression
    function: (selector_expression operand: (_) @other field: (field_identifier) @_left))
  operator: "!="
  right: (call_expression
    function: (selector_expression
      operand: (call_expression
        function: (selector_expression field: (field_identifier) @_zero)) @zero
      field: (field_identifier) @_interface))
  (#eq? @_left "Interface")
  (#eq? @_zero "Zero")
  (#eq? @_interface "Interface")) @report
