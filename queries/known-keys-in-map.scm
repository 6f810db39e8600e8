; A document is unmarshalled into a variable.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (_) . (unary_expression operator: "&" operand: (identifier) @map) .)
  (#eq? @_name "Unmarshal")) @report

; A document is decoded into a variable.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (unary_expression operator: "&" operand: (identifier) @map) .)
  (#eq? @_name "Decode")) @report
