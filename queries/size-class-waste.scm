; `make([]T, n)`, `make([]T, 0, n)`.
(call_expression
  function: (identifier) @_make
  arguments: (argument_list . (_) . (_))
  (#eq? @_make "make")) @report
