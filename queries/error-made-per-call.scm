; `errors.New("text")`, `fmt.Errorf("text")`.
(call_expression
  function: [
    (selector_expression field: (field_identifier) @_name)
    (identifier) @_name
  ]
  arguments: (argument_list . (_) @text .)
  (#any-of? @_name "New" "Errorf")) @report
