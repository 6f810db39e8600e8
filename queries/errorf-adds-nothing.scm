; `fmt.Errorf("%w", err)`, or with `%s` or `%v`: a format without a word.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list
    . [(interpreted_string_literal) (raw_string_literal)] @format
    . (_) @value .)
  (#eq? @_name "Errorf")
  (#any-of? @format "\"%w\"" "\"%s\"" "\"%v\"" "`%w`" "`%s`" "`%v`")) @report
