; `[]byte(b.String())`: a text is built, and copied into bytes.
(type_conversion_expression
  type: (slice_type element: (type_identifier) @_element)
  operand: (call_expression
    function: (selector_expression operand: (identifier) @builder field: (field_identifier) @_method)
    arguments: (argument_list)) @text
  (#any-of? @_element "byte" "uint8")
  (#eq? @_method "String")) @report
