; `fmt.Sprintf("text")`: a format without a verb, and no values.
(call_expression
  function: [
    (selector_expression field: (field_identifier) @_name)
    (identifier) @_name
  ]
  arguments: (argument_list . [(interpreted_string_literal) (raw_string_literal)] @format .)
  (#any-of? @_name "Sprintf" "Sprint")
  (#not-match? @format "%")) @report
