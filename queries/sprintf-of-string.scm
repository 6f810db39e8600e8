; `fmt.Sprintf("%s", s)` or with `%v`: one verb, one value and nothing around it.
(call_expression
  function: [
    (selector_expression field: (field_identifier) @_name)
    (identifier) @_name
  ]
  arguments: (argument_list
    . [(interpreted_string_literal) (raw_string_literal)] @_format
    . (_) @value .)
  (#eq? @_name "Sprintf")
  (#any-of? @_format "\"%s\"" "\"%v\"" "\"%[1]s\"" "\"%[1]v\"" "`%s`" "`%v`")) @report

; `fmt.Sprint(s)`: one value.
(call_expression
  function: [
    (selector_expression field: (field_identifier) @_name)
    (identifier) @_name
  ]
  arguments: (argument_list . (_) @value .)
  (#eq? @_name "Sprint")) @report
