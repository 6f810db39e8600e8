; A template is made and parsed from a text: `template.New("page").Funcs(functions).Parse(text)`. What it is made of, a guard asks.
(call_expression
  function: (selector_expression operand: (call_expression) @made field: (field_identifier) @_name)
  arguments: (argument_list . (_) @source .)
  (#eq? @_name "Parse")) @report

; A template that was made before is parsed from a text: `page.Parse(text)`.
(call_expression
  function: (selector_expression operand: (identifier) field: (field_identifier) @_name)
  arguments: (argument_list . (_) @source .)
  (#eq? @_name "Parse")) @report
