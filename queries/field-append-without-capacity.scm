; `x.f = append(x.f, v)`, as a statement of a loop's body. Whose field it is, the guards say.
(for_statement
  body: (block
    (statement_list
      (assignment_statement
        left: (expression_list . (selector_expression operand: (identifier)) @field .)
        operator: "="
        right: (expression_list
          . (call_expression
              function: (identifier) @_append
              arguments: (argument_list . (selector_expression) @_again . (_) .)) @growth .)) @statement))
  (#eq? @_append "append")
  (#eq? @_again @field)) @report
