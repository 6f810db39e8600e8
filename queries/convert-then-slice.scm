; `string(b)[:n]`: all bytes are copied and a part is used. What ends at the length but for a number leaves a few bytes out.
(slice_expression
  operand: (call_expression
    function: (identifier) @_string
    arguments: (argument_list . (_) @bytes .)) @copy
  end: (_) @_end
  (#eq? @_string "string")
  (#not-match? @_end "^len\\(.*\\)( ?- ?[0-9]+)?$")) @report

; `string(b)[n:]`: the end is used. What leaves out the first byte or two saves nothing.
(slice_expression
  operand: (call_expression
    function: (identifier) @_string
    arguments: (argument_list . (_) @bytes .)) @copy
  start: (_) @_start
  !end
  (#eq? @_string "string")
  (#not-match? @_start "^[0-9]$")) @report

; `[]byte(s)[:n]`: the same with a string.
(slice_expression
  operand: (type_conversion_expression
    type: (slice_type element: (type_identifier) @_element)
    operand: (_) @text) @copy
  end: (_) @_end
  (#any-of? @_element "byte" "uint8")
  (#not-match? @_end "^len\\(.*\\)( ?- ?[0-9]+)?$")) @report

; `[]byte(s)[n:]`: its end.
(slice_expression
  operand: (type_conversion_expression
    type: (slice_type element: (type_identifier) @_element)
    operand: (_) @text) @copy
  start: (_) @_start
  !end
  (#any-of? @_element "byte" "uint8")
  (#not-match? @_start "^[0-9]$")) @report
