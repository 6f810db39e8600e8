; `m[k] = append(m[k], v)`.
(assignment_statement
  left: (expression_list . (index_expression operand: (_) @map) @_entry .)
  operator: "="
  right: (expression_list
    . (call_expression
        function: (identifier) @_append
        arguments: (argument_list . (index_expression) @_again . (_) .)) @growth .)
  (#eq? @_append "append")
  (#eq? @_again @_entry)) @report
