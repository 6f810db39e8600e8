; `append(b, fmt.Sprintf(...)...)`, or with `[]byte(fmt.Sprintf(...))...`: a text is formatted only to be appended to bytes.
(call_expression
  function: (identifier) @_append
  arguments: (argument_list
    . (_) @target
    . (variadic_argument [
        (call_expression
          function: [
            (selector_expression field: (field_identifier) @_name)
            (identifier) @_name
          ]
          arguments: (argument_list) @values) @text
        (type_conversion_expression
          type: (slice_type element: (type_identifier) @_element)
          operand: (call_expression
            function: [
              (selector_expression field: (field_identifier) @_name)
              (identifier) @_name
            ]
            arguments: (argument_list) @values) @text)
      ]) .)
  (#eq? @_append "append")
  (#any-of? @_element "byte" "uint8")
  (#any-of? @_name "Sprintf" "Sprint" "Sprintln")) @report
