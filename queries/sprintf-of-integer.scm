; `fmt.Sprintf("%d", n)`, or with `%v`, or in another base: one verb, one value and nothing around it.
(call_expression
  function: [
    (selector_expression field: (field_identifier) @_name)
    (identifier) @_name
  ]
  arguments: (argument_list
    . [(interpreted_string_literal) (raw_string_literal)] @format
    . (_) @value .)
  (#eq? @_name "Sprintf")
  (#any-of? @format "\"%d\"" "\"%v\"" "\"%x\"" "\"%o\"" "\"%b\"" "\"%[1]d\"" "\"%[1]v\"" "`%d`" "`%v`")) @report

; `fmt.Sprint(n)`: one value.
(call_expression
  function: [
    (selector_expression field: (field_identifier) @_name)
    (identifier) @_name
  ]
  arguments: (argument_list . (_) @value .)
  (#eq? @_name "Sprint")) @report
