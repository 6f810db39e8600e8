; `append(b, hex.EncodeToString(x)...)`: an encoded text is made only to be appended to bytes.
(call_expression
  function: (identifier) @_append
  arguments: (argument_list
    . (_) @target
    . (variadic_argument
        (call_expression
          function: (selector_expression operand: (_) @encoding field: (field_identifier) @_encode)
          arguments: (argument_list . (_) @value .)) @text) .)
  (#eq? @_append "append")
  (#eq? @_encode "EncodeToString")) @report

; `w.WriteString(base64.StdEncoding.EncodeToString(x))`: the same with a writer.
(call_expression
  function: (selector_expression operand: (_) @writer field: (field_identifier) @_write)
  arguments: (argument_list
    . (call_expression
        function: (selector_expression operand: (_) @encoding field: (field_identifier) @_encode)
        arguments: (argument_list . (_) @value .)) @text .)
  (#eq? @_write "WriteString")
  (#eq? @_encode "EncodeToString")) @report

; `[]byte(hex.EncodeToString(x))`: it is wanted as bytes.
(type_conversion_expression
  type: (slice_type element: (type_identifier) @_element)
  operand: (call_expression
    function: (selector_expression operand: (_) @encoding field: (field_identifier) @_encode)
    arguments: (argument_list . (_) @value .)) @text @converted
  (#any-of? @_element "byte" "uint8")
  (#eq? @_encode "EncodeToString")) @report
