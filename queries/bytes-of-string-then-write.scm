; `w.Write([]byte(s))`: a string is copied into bytes only to be written.
(call_expression
  function: (selector_expression
    operand: (_) @writer
    field: (field_identifier) @_write)
  arguments: (argument_list
    . (type_conversion_expression
        type: (slice_type element: (type_identifier) @_element)
        operand: (_) @value) @bytes .)
  (#eq? @_write "Write")
  (#any-of? @_element "byte" "uint8")) @report
