; `&T{...}`.
(unary_expression operator: "&" operand: (composite_literal)) @report

; `new(T)`, `make([]T, n)`.
(call_expression
  function: (identifier) @_make
  arguments: (argument_list . (_))
  (#any-of? @_make "new" "make")) @report
