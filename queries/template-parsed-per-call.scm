; A template is parsed from one text, file or pattern.
(call_expression
  function: [
    (selector_expression field: (field_identifier) @_name)
    (identifier) @_name
  ]
  arguments: (argument_list . (_) @source .)
  (#any-of? @_name "Parse" "ParseFiles" "ParseGlob")) @report
