; `fmt.Sprintf("%s", v)` or with `%v`, for which a guard asks whether v has a method String.
(call_expression
  function: [
    (selector_expression field: (field_identifier) @_name)
    (identifier) @_name
  ]
  arguments: (argument_list
    . [(interpreted_string_literal) (raw_string_literal)] @_format
    . (_) @value .)
  (#eq? @_name "Sprintf")
  (#any-of? @_format "\"%s\"" "\"%v\"" "`%s`" "`%v`")) @report

; `fmt.Sprint(v)`: one value.
(call_expression
  function: [
    (selector_expression field: (field_identifier) @_name)
    (identifier) @_name
  ]
  arguments: (argument_list . (_) @value .)
  (#eq? @_name "Sprint")) @report
