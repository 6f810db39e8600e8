; `x = append(x, v)`.
(assignment_statement
  left: (expression_list . (identifier) @slice .)
  operator: "="
  right: (expression_list
    . (call_expression
        function: (identifier) @_append
        arguments: (argument_list . (identifier) @_again . (_) .)) @growth .)
  (#eq? @_append "append")
  (#eq? @_again @slice)) @report @statement
