; `string([]byte(s))`: the text goes into bytes and back. Where s is not a string the inner conversion may cost nothing: that
; is for the guards.
(call_expression
  function: (identifier) @_outer
  arguments: (argument_list
    . (type_conversion_expression
        type: (slice_type element: (type_identifier) @_element)
        operand: (_) @value @text) @inner .)
  (#eq? @_outer "string")
  (#any-of? @_element "byte" "uint8")) @report

; `[]byte(string(b))`: the bytes go into a string and back.
(type_conversion_expression
  type: (slice_type element: (type_identifier) @_element)
  operand: (call_expression
    function: (identifier) @_outer
    arguments: (argument_list . (_) @value @bytes .)) @inner
  (#any-of? @_element "byte" "uint8")
  (#eq? @_outer "string")) @report

; `[]byte(buffer.String())`: a method without arguments that copies bytes into a string.
(type_conversion_expression
  type: (slice_type element: (type_identifier) @_element)
  operand: (call_expression
    function: (selector_expression operand: (_) @buffer field: (field_identifier) @_method)
    arguments: (argument_list)) @value @call
  (#any-of? @_element "byte" "uint8")
  (#eq? @_method "String")) @report
