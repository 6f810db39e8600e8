; `m[k] = m[k] + x`: the element is the first operand of what becomes its value. A key that calls something is left out.
(assignment_statement
  left: (expression_list . (index_expression operand: (_) @map index: (_) @_key) @element .)
  operator: "=" @operator
  right: (expression_list . (binary_expression left: (index_expression) @_read operator: "+" right: (_) @more) @sum .)
  (#eq? @_read @element)
  (#not-match? @_key "[(]")) @report
