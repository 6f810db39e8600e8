; `fmt.Sscanf(s, "%d", &n)`: one verb, one value.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list
    . (_) @text
    . [(interpreted_string_literal) (raw_string_literal)] @format
    . (unary_expression operand: (_) @target) .)
  (#eq? @_name "Sscanf")
  (#any-of? @format "\"%d\"" "\"%x\"" "\"%f\"" "\"%g\"" "\"%v\"" "`%d`")) @report

; `fmt.Sscan(s, &n)`.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list
    . (_) @text
    . (unary_expression operand: (_) @target) .)
  (#any-of? @_name "Sscan" "Sscanln")) @report
