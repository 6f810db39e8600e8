; `fmt.Errorf("format", values)`.
(call_expression
  function: [
    (selector_expression field: (field_identifier) @_name)
    (identifier) @_name
  ]
  arguments: (argument_list . (_) . (_) @values)
  (#eq? @_name "Errorf")) @report
