; `*(*[]byte)(unsafe.Pointer(&s))`, to the grammar one conversion to a pointer to a pointer.
(type_conversion_expression
  type: (pointer_type (parenthesized_type (pointer_type (slice_type))))
  operand: (call_expression
    function: (selector_expression field: (field_identifier) @_pointer)
    arguments: (argument_list . (unary_expression operator: "&" operand: (_) @text) .))
  (#eq? @_pointer "Pointer")) @report

; `(*[]byte)(unsafe.Pointer(&s))`.
(type_conversion_expression
  type: (parenthesized_type (pointer_type (slice_type)))
  operand: (call_expression
    function: (selector_expression field: (field_identifier) @_pointer)
    arguments: (argument_list . (unary_expression operator: "&" operand: (_) @text) .))
  (#eq? @_pointer "Pointer")) @report
