; `strings.TrimFunc(s, unicode.IsSpace)`: what TrimSpace does.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list
    . (_) @text
    . (selector_expression) @_space .)
  (#eq? @_name "TrimFunc")
  (#eq? @_space "unicode.IsSpace")) @report
