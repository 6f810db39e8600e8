; A slice or string from an element of an array on: `unsafe.Slice(&array[2], 8)`, also through conversions of the pointer.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list
    . [
      (unary_expression operator: "&" operand: (index_expression operand: (identifier) @array))
      (call_expression arguments: (argument_list . (call_expression arguments: (argument_list
        . (unary_expression operator: "&" operand: (index_expression operand: (identifier) @array)) .)) .))
    ] @pointer
    . (int_literal) @length .)
  (#any-of? @_name "Slice" "String")) @report

; A slice or string from the address of a variable on: `unsafe.Slice(&number, 2)`, also through conversions of the pointer.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list
    . [
      (unary_expression operator: "&" operand: (identifier) @variable)
      (call_expression arguments: (argument_list . (call_expression arguments: (argument_list
        . (unary_expression operator: "&" operand: (identifier) @variable) .)) .))
    ] @pointer
    . (int_literal) @length .)
  (#any-of? @_name "Slice" "String")) @report
