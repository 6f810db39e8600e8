; `fmt.Sprintf("...", ...)`, for which a guard asks whether it is a value of another format. Its own format is there to read.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . [(interpreted_string_literal) (raw_string_literal)]) @arguments
  (#eq? @_name "Sprintf")
  (#not-match? @arguments "[.][.][.]\\)$")) @report

; `fmt.Sprint(x)`: one value.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (_) .) @arguments
  (#eq? @_name "Sprint")
  (#not-match? @arguments "[.][.][.]\\)$")) @report
