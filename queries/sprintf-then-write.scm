; `w.WriteString(fmt.Sprintf(...))`: a text is formatted only to be written.
(call_expression
  function: (selector_expression
    operand: (_) @writer
    field: (field_identifier) @_write)
  arguments: (argument_list
    . (call_expression
        function: [
          (selector_expression field: (field_identifier) @_name)
          (identifier) @_name
        ]
        arguments: (argument_list) @values) @text .)
  (#eq? @_write "WriteString")
  (#any-of? @_name "Sprintf" "Sprint" "Sprintln")) @report

; `w.Write([]byte(fmt.Sprintf(...)))`: and it is copied into bytes before.
(call_expression
  function: (selector_expression
    operand: (_) @writer
    field: (field_identifier) @_write)
  arguments: (argument_list
    . (type_conversion_expression
        type: (slice_type element: (type_identifier) @_element)
        operand: (call_expression
          function: [
            (selector_expression field: (field_identifier) @_name)
            (identifier) @_name
          ]
          arguments: (argument_list) @values) @text) @bytes .)
  (#eq? @_write "Write")
  (#any-of? @_element "byte" "uint8")
  (#any-of? @_name "Sprintf" "Sprint" "Sprintln")) @report

; `io.WriteString(w, fmt.Sprintf(...))` and `fmt.Fprint(w, fmt.Sprintf(...))`: the same through a function.
(call_expression
  function: (selector_expression field: (field_identifier) @_write)
  arguments: (argument_list
    . (_) @given
    . (call_expression
        function: [
          (selector_expression field: (field_identifier) @_name)
          (identifier) @_name
        ]
        arguments: (argument_list) @values) @text .)
  (#any-of? @_write "WriteString" "Fprint" "Fprintln")
  (#any-of? @_name "Sprintf" "Sprint" "Sprintln")) @report
