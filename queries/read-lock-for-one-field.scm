; `m.RLock()`, `defer m.RUnlock()`, `return x.f`, and that is all.
(statement_list
  . (expression_statement (call_expression
    function: (selector_expression operand: (_) @mutex field: (field_identifier) @_lock)) @lock)
  . (comment)* . (defer_statement (call_expression
    function: (selector_expression operand: (_) @_same field: (field_identifier) @_unlock)))
  . (comment)* . (return_statement (expression_list . (selector_expression operand: (identifier)) @field .)) @freed
  . (comment)* .
  (#eq? @mutex @_same)
  (#eq? @_lock "RLock")
  (#eq? @_unlock "RUnlock")) @report

; `m.RLock()`, `v := x.f`, `m.RUnlock()`.
(statement_list
  (expression_statement (call_expression
    function: (selector_expression operand: (_) @mutex field: (field_identifier) @_lock)) @lock)
  . (comment)* . [
      (short_var_declaration right: (expression_list . (selector_expression operand: (identifier)) @field .))
      (assignment_statement operator: "=" right: (expression_list . (selector_expression operand: (identifier)) @field .))
    ]
  . (comment)* . (expression_statement (call_expression
    function: (selector_expression operand: (_) @_same field: (field_identifier) @_unlock)) @freed)
  (#eq? @mutex @_same)
  (#eq? @_lock "RLock")
  (#eq? @_unlock "RUnlock")) @report
