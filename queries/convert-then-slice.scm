; `string(b)[:n]`: all bytes are copied and a part is used.
(slice_expression
  operand: (call_expression
    function: (identifier) @_string
    arguments: (argument_list . (_) @bytes .)) @copy
  (#eq? @_string "string")) @report

; `[]byte(s)[n:]`: the same with a string.
(slice_expression
  operand: (type_conversion_expression
    type: (slice_type element: (type_identifier) @_element)
    operand: (_) @text) @copy
  (#any-of? @_element "byte" "uint8")) @report
