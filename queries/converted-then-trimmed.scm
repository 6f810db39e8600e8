; `strings.TrimSpace(string(b))`: all bytes are copied before some are left out.
(call_expression
  function: (selector_expression operand: (identifier) field: (field_identifier) @trim) @_function
  arguments: (argument_list
    . (call_expression
        function: (identifier) @_string
        arguments: (argument_list . (_) @bytes .)) @text .)
  (#eq? @_string "string")
  (#eq? @trim "TrimSpace")) @report

; The same with what is to go: `strings.TrimRight(string(b), "\x00")`.
(call_expression
  function: (selector_expression operand: (identifier) field: (field_identifier) @trim) @_function
  arguments: (argument_list
    . (call_expression
        function: (identifier) @_string
        arguments: (argument_list . (_) @bytes .)) @text
    . (_) @set .)
  (#eq? @_string "string")
  (#any-of? @trim "Trim" "TrimLeft" "TrimRight")) @report
