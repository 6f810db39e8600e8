; The body of a loop is a Lock, an assignment and an Unlock of the same.
(for_statement
  body: (block (statement_list
    . (comment)* . (expression_statement (call_expression
        function: (selector_expression operand: (_) @mutex field: (field_identifier) @_lock)) @lock)
    . (comment)* . [
        (assignment_statement right: (expression_list [(identifier) (selector_expression) (index_expression) (binary_expression (identifier)) (int_literal) (true) (false) (composite_literal)]))
        (inc_statement)
        (dec_statement)
      ]
    . (comment)* . (expression_statement (call_expression
        function: (selector_expression operand: (_) @_same field: (field_identifier) @_unlock)) @unlock)
    . (comment)* .))
  (#eq? @mutex @_same)
  (#eq? @_lock "Lock")
  (#eq? @_unlock "Unlock")) @report
