; Between a Lock and its Unlock a field is counted.
(statement_list
  (expression_statement (call_expression
    function: (selector_expression operand: (_) @mutex field: (field_identifier) @_lock)) @lock)
  . (comment)* . [(inc_statement (selector_expression) @counter) (dec_statement (selector_expression) @counter)]
  . (comment)* . (expression_statement (call_expression
      function: (selector_expression operand: (_) @_same field: (field_identifier) @_unlock)) @unlock)
  (#eq? @mutex @_same)
  (#eq? @_lock "Lock")
  (#eq? @_unlock "Unlock")) @report

; Between a Lock and its Unlock a variable is counted. The guard asks whether it is one of the package.
(statement_list
  (expression_statement (call_expression
    function: (selector_expression operand: (_) @mutex field: (field_identifier) @_lock)) @lock)
  . (comment)* . [(inc_statement (identifier) @counter @plain) (dec_statement (identifier) @counter @plain)]
  . (comment)* . (expression_statement (call_expression
      function: (selector_expression operand: (_) @_same field: (field_identifier) @_unlock)) @unlock)
  (#eq? @mutex @_same)
  (#eq? @_lock "Lock")
  (#eq? @_unlock "Unlock")) @report
