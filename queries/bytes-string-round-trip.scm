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

; `append(b, string(data)...)`: bytes go into a string to be appended to bytes.
(call_expression
  function: (identifier) @_append
  arguments: (argument_list
    . (_) @target
    . (variadic_argument
        (call_expression
          function: (identifier) @_outer
          arguments: (argument_list . (_) @value @bytes .)) @inner) .)
  (#eq? @_append "append")
  (#eq? @_outer "string")) @appended @report

; `[]byte(strings.ToLower(string(b)))`: there is a function of package bytes that does the same.
(type_conversion_expression
  type: (slice_type element: (type_identifier) @_element)
  operand: (call_expression
    function: (selector_expression field: (field_identifier) @name)
    arguments: (argument_list
      . (call_expression
          function: (identifier) @_outer
          arguments: (argument_list . (_) @value @bytes .)) @inner .)) @changed
  (#any-of? @_element "byte" "uint8")
  (#eq? @_outer "string")
  (#any-of? @name "ToLower" "ToUpper" "TrimSpace")) @report
