; `q = q[n:]`.
(assignment_statement
  left: (expression_list . (identifier) @queue .)
  operator: "="
  right: (expression_list . (slice_expression operand: (identifier) @_again start: (_) !end) .)
  (#eq? @_again @queue)) @report
