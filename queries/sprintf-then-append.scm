; `append(b, fmt.Sprintf(...)...)`: a text is formatted only to be appended to bytes.
(call_expression
  function: (identifier) @_append
  arguments: (argument_list
    . (_) @target
    . (variadic_argument
        (call_expression
          function: [
            (selector_expression field: (field_identifier) @_name)
            (identifier) @_name
          ]
          arguments: (argument_list) @values) @text) .)
  (#eq? @_append "append")
  (#any-of? @_name "Sprintf" "Sprint" "Sprintln")) @report
