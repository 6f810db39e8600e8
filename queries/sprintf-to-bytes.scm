; `[]byte(fmt.Sprintf(...))`: a text is formatted into a string, and copied into bytes.
(type_conversion_expression
  type: (slice_type element: (type_identifier) @_element)
  operand: (call_expression
    function: [
      (selector_expression field: (field_identifier) @_name)
      (identifier) @_name
    ]
    arguments: (argument_list) @values) @text
  (#any-of? @_element "byte" "uint8")
  (#any-of? @_name "Sprintf" "Sprint" "Sprintln")) @report
