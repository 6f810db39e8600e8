; `fmt.Sprintf("%q", s)`: one string in quotes.
(call_expression
  function: [
    (selector_expression field: (field_identifier) @_name)
    (identifier) @_name
  ]
  arguments: (argument_list
    . [(interpreted_string_literal) (raw_string_literal)] @format
    . (_) @value .)
  (#eq? @_name "Sprintf")
  (#any-of? @format "\"%q\"" "`%q`")) @report
