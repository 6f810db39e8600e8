; `s = fmt.Sprintf("%s...", s, ...)`: what is there already is formatted again, and something put behind it.
(assignment_statement
  left: (expression_list . (identifier) @target .)
  operator: "="
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list
      . [(interpreted_string_literal) (raw_string_literal)] @_format
      . (identifier) @_first)) @text .)
  (#match? @_format "^[\"`]%[sv]")
  (#eq? @_name "Sprintf")
  (#eq? @_first @target)) @report

; `s = fmt.Sprint(s, ...)`.
(assignment_statement
  left: (expression_list . (identifier) @target .)
  operator: "="
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (identifier) @_first)) @text .)
  (#any-of? @_name "Sprint" "Sprintln")
  (#eq? @_first @target)) @report
