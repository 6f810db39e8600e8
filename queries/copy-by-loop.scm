; `for i, v := range source { target[i] = v }`: the value of each turn at its own index, and nothing else in the body.
(for_statement
  . (range_clause
      left: (expression_list . (identifier) @_key . (identifier) @_value .)
      right: (_) @source)
  body: (block
    (statement_list
      . (assignment_statement
          left: (expression_list . (index_expression operand: [(identifier) (selector_expression)] @target index: (identifier) @_index) @put .)
          operator: "="
          right: (expression_list . (identifier) @_put .)) .))
  (#eq? @_index @_key)
  (#eq? @_put @_value)) @report

; `for i := range source { target[i] = source[i] }`: the same by index.
(for_statement
  . (range_clause
      left: (expression_list . (identifier) @_key .)
      right: (_) @source)
  body: (block
    (statement_list
      . (assignment_statement
          left: (expression_list . (index_expression operand: [(identifier) (selector_expression)] @target index: (identifier) @_index) @put .)
          operator: "="
          right: (expression_list . (index_expression operand: (_) @_from index: (identifier) @_again) .)) .))
  (#eq? @_index @_key)
  (#eq? @_again @_key)
  (#eq? @_from @source)) @report
