; `m.Lock()`, `x.n++` or `x.n += v`, `m.Unlock()`.
(statement_list
  (expression_statement (call_expression
    function: (selector_expression operand: (_) @mutex field: (field_identifier) @_lock)) @lock)
  . (comment)* . [
      (inc_statement [(selector_expression) @number @part (identifier) @number @plain])
      (dec_statement [(selector_expression) @number @part (identifier) @number @plain])
      (assignment_statement
        left: (expression_list . [(selector_expression) @number @part (identifier) @number @plain] .)
        operator: ["+=" "-="]
        right: (expression_list . [(identifier) (int_literal) (selector_expression) (call_expression)] .))
    ]
  . (comment)* . (expression_statement (call_expression
    function: (selector_expression operand: (_) @_same field: (field_identifier) @_unlock)))
  (#eq? @mutex @_same)
  (#eq? @_lock "Lock")
  (#eq? @_unlock "Unlock")) @report

; `m.Lock()`, `defer m.Unlock()`, `x.n++` or `x.n += v`, and that is all.
(statement_list
  (expression_statement (call_expression
    function: (selector_expression operand: (_) @mutex field: (field_identifier) @_lock)) @lock)
  . (comment)* . (defer_statement (call_expression
    function: (selector_expression operand: (_) @_same field: (field_identifier) @_unlock)))
  . (comment)* . [
      (inc_statement [(selector_expression) @number @part (identifier) @number @plain])
      (dec_statement [(selector_expression) @number @part (identifier) @number @plain])
      (assignment_statement
        left: (expression_list . [(selector_expression) @number @part (identifier) @number @plain] .)
        operator: ["+=" "-="]
        right: (expression_list . [(identifier) (int_literal) (selector_expression) (call_expression)] .))
    ]
  . (comment)* .
  (#eq? @mutex @_same)
  (#eq? @_lock "Lock")
  (#eq? @_unlock "Unlock")) @report
