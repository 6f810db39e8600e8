; `if _, ok := m[k]; ok { x = m[k] }`, also with `:=`, `+=` and the like: the first statement takes the value.
(if_statement
  initializer: (short_var_declaration
    left: (expression_list . (identifier) @_blank . (identifier) @_ok .)
    right: (expression_list . (index_expression operand: [(identifier) (selector_expression)] @map index: (_) @_key) @element .))
  condition: (identifier) @_found
  consequence: (block
    (statement_list
      . (_ right: (expression_list . (index_expression) @again .))))
  (#eq? @_blank "_")
  (#eq? @_found @_ok)
  (#not-match? @_key "[(]")
  (#eq? @again @element)) @report

; `if _, ok := m[k]; ok { return m[k] }`.
(if_statement
  initializer: (short_var_declaration
    left: (expression_list . (identifier) @_blank . (identifier) @_ok .)
    right: (expression_list . (index_expression operand: [(identifier) (selector_expression)] @map index: (_) @_key) @element .))
  condition: (identifier) @_found
  consequence: (block
    (statement_list
      . (return_statement (expression_list . (index_expression) @again))))
  (#eq? @_blank "_")
  (#eq? @_found @_ok)
  (#not-match? @_key "[(]")
  (#eq? @again @element)) @report

; `if _, ok := m[k]; ok { f(x, m[k]) }`: the value is an argument of the first statement's call.
(if_statement
  initializer: (short_var_declaration
    left: (expression_list . (identifier) @_blank . (identifier) @_ok .)
    right: (expression_list . (index_expression operand: [(identifier) (selector_expression)] @map index: (_) @_key) @element .))
  condition: (identifier) @_found
  consequence: (block
    (statement_list
      . (expression_statement (call_expression arguments: (argument_list (index_expression) @again)))))
  (#eq? @_blank "_")
  (#eq? @_found @_ok)
  (#not-match? @_key "[(]")
  (#eq? @again @element)) @report

; `all = append(all, m[k])`, but not `m[k] = append(m[k], v)`, which is one operation.
(if_statement
  initializer: (short_var_declaration
    left: (expression_list . (identifier) @_blank . (identifier) @_ok .)
    right: (expression_list . (index_expression operand: [(identifier) (selector_expression)] @map index: (_) @_key) @element .))
  condition: (identifier) @_found
  consequence: (block
    (statement_list
      . (_
          left: (expression_list . (_) @_target .)
          right: (expression_list . (call_expression arguments: (argument_list (index_expression) @again)) .))))
  (#eq? @_blank "_")
  (#eq? @_found @_ok)
  (#not-match? @_key "[(]")
  (#eq? @again @element)
  (#not-eq? @_target @element)) @report
