; A constant pattern is compiled.
(call_expression
  function: [
    (selector_expression field: (field_identifier) @_name)
    (identifier) @_name
  ]
  arguments: (argument_list . (_) @pattern .)
  (#any-of? @_name "MustCompile" "Compile" "MustCompilePOSIX" "CompilePOSIX")) @report @compiled

; A text is matched against a constant pattern by a function of the package, which compiles it first.
(call_expression
  function: [
    (selector_expression field: (field_identifier) @_name)
    (identifier) @_name
  ]
  arguments: (argument_list . (_) @pattern . (_) @subject .)
  (#any-of? @_name "MatchString" "Match" "MatchReader")) @report
