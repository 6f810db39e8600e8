; `for k, v := range source { copy[k] = v }` and nothing else in the body.
(for_statement
  . (range_clause
      left: (expression_list . (identifier) @_key . (identifier) @_value .)
      right: (_) @source)
  body: (block
    (statement_list
      . (assignment_statement
          left: (expression_list . (index_expression operand: (identifier) @copy index: (identifier) @_index) .)
          operator: "="
          right: (expression_list . (identifier) @_put .)) .))
  (#eq? @_index @_key)
  (#eq? @_put @_value)) @report

; `for k := range source { copy[k] = source[k] }`: the same by key.
(for_statement
  . (range_clause
      left: (expression_list . (identifier) @_key .)
      right: (_) @source)
  body: (block
    (statement_list
      . (assignment_statement
          left: (expression_list . (index_expression operand: (identifier) @copy index: (identifier) @_index) .)
          operator: "="
          right: (expression_list . (index_expression operand: (_) @_from index: (identifier) @_again) .)) .))
  (#eq? @_index @_key)
  (#eq? @_again @_key)
  (#eq? @_from @source)) @report
