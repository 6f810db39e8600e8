; `x = append(x, v)`, `x.f = append(x.f, v)`.
(assignment_statement
  left: (expression_list . [(identifier) (selector_expression)] @slice @held .)
  operator: "="
  right: (expression_list . (call_expression
    function: (identifier) @_append
    arguments: (argument_list . [(identifier) (selector_expression)] @_again . (_))) @growth .)
  (#eq? @_append "append")
  (#eq? @_again @slice)) @report

; `m[k] = v`.
(assignment_statement
  left: (expression_list . (index_expression operand: [(identifier) (selector_expression)] @map @held) @growth .)
  operator: "="
  right: (_)) @report
