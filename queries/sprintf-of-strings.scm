; `fmt.Sprintf("name %s", s)`: one string, and words around it, perhaps with `%%` among them. Sentences are left out: they are what formats are for.
(call_expression
  function: [
    (selector_expression field: (field_identifier) @_name)
    (identifier) @_name
  ]
  arguments: (argument_list
    . [(interpreted_string_literal) (raw_string_literal)] @format
    . (_) @v11 .)
  (#eq? @_name "Sprintf")
  (#match? @format "^[\"`](?:[^%]|%%)*%(?:\\[1\\])?s(?:[^%]|%%)*[\"`]$")
  (#not-match? @format " .* .* ")
  (#not-any-of? @format "\"%s\"" "`%s`" "\"%[1]s\"" "`%[1]s`")) @report

; `fmt.Sprintf("%s/%s", a, b)`: two strings, or a string and a number, and words around them.
(call_expression
  function: [
    (selector_expression field: (field_identifier) @_name)
    (identifier) @_name
  ]
  arguments: (argument_list
    . [(interpreted_string_literal) (raw_string_literal)] @format
    . (_) @v21
    . (_) @v22 .)
  (#eq? @_name "Sprintf")
  (#match? @format "^[\"`][^%]*%[sd][^%]*%[sd][^%]*[\"`]$")
  (#match? @format "%s")
  (#not-match? @format " .* .* ")) @report

; `fmt.Sprintf("%s/%s/%s", a, b, c)`: three of them.
(call_expression
  function: [
    (selector_expression field: (field_identifier) @_name)
    (identifier) @_name
  ]
  arguments: (argument_list
    . [(interpreted_string_literal) (raw_string_literal)] @format
    . (_) @v31
    . (_) @v32
    . (_) @v33 .)
  (#eq? @_name "Sprintf")
  (#match? @format "^[\"`][^%]*%[sd][^%]*%[sd][^%]*%[sd][^%]*[\"`]$")
  (#match? @format "%s")
  (#not-match? @format " .* .* ")) @report
