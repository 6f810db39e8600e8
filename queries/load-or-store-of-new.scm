; A value that is made for it: `m.LoadOrStore(key, &T{})`, `new(T)`, `make(...)`.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (_) . [
    (unary_expression operand: (composite_literal))
    (call_expression function: (identifier) @_make)
  ] @value .)
  (#any-of? @_make "new" "make")
  (#eq? @_name "LoadOrStore")) @report @built

; A variable that is made for it.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (_) . (identifier) @value @variable .)
  (#eq? @_name "LoadOrStore")) @report
