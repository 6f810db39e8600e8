; `fmt.Sprintf("%v", err)`, or with `%s`.
(call_expression
  function: [
    (selector_expression field: (field_identifier) @_name)
    (identifier) @_name
  ]
  arguments: (argument_list
    . [(interpreted_string_literal) (raw_string_literal)] @format
    . (_) @value .)
  (#eq? @_name "Sprintf")
  (#any-of? @format "\"%v\"" "`%v`" "\"%s\"" "`%s`")) @report

; `fmt.Sprint(err)`.
(call_expression
  function: [
    (selector_expression field: (field_identifier) @_name)
    (identifier) @_name
  ]
  arguments: (argument_list . (_) @value .)
  (#eq? @_name "Sprint")) @report
