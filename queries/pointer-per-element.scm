; `x = append(x, &T{...})`.
(assignment_statement
  left: (expression_list . (identifier) @slice .)
  operator: "="
  right: (expression_list
    . (call_expression
        function: (identifier) @_append
        arguments: (argument_list
          . (identifier) @_again
          . (unary_expression operator: "&" operand: (composite_literal) @value) @made .)) .)
  (#eq? @_append "append")
  (#eq? @_again @slice)) @report

; `x[i] = &T{...}`.
(assignment_statement
  left: (expression_list . (index_expression operand: (_) @slice) .)
  operator: "="
  right: (expression_list . (unary_expression operator: "&" operand: (composite_literal) @value) @made .)) @report

; `x[i] = new(T)`.
(assignment_statement
  left: (expression_list . (index_expression operand: (_) @slice) .)
  operator: "="
  right: (expression_list
    . (call_expression function: (identifier) @_new arguments: (argument_list . (_) .)) @made @value .)
  (#eq? @_new "new")) @report
