; `fmt.Fprint(w, s)`: one value. A standard stream is left out: it is where a program talks to people.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (_) @writer . (_) @value @plain .)
  (#eq? @_name "Fprint")
  (#not-match? @writer "^os[.]Std")) @report

; `fmt.Fprintf(w, "%s", s)`: one value, and nothing around it.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list
    . (_) @writer
    . [(interpreted_string_literal) (raw_string_literal)] @format
    . (_) @value @plain .)
  (#eq? @_name "Fprintf")
  (#any-of? @format "\"%s\"" "\"%v\"" "`%s`")
  (#not-match? @writer "^os[.]Std")) @report

; `fmt.Fprintln(&b, s)`: and a line break, which may be a write of its own only where a buffer takes it. A guard looks.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (_) @writer @buffered . (_) @value .)
  (#eq? @_name "Fprintln")) @report

; `fmt.Fprintf(&b, "%s\n", s)`: the same.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list
    . (_) @writer @buffered
    . (interpreted_string_literal) @format
    . (_) @value .)
  (#eq? @_name "Fprintf")
  (#any-of? @format "\"%s\\n\"" "\"%v\\n\"")) @report
