; `if !slices.Contains(x, v)` with `x = append(x, v)` in it.
(if_statement
  condition: (unary_expression operator: "!" operand: (call_expression
    function: (selector_expression field: (field_identifier) @_contains)
    arguments: (argument_list . (identifier) @slice . (_) @value .)) @search)
  consequence: (block (statement_list
    (assignment_statement
      left: (expression_list . (identifier) @_grows .)
      right: (expression_list . (call_expression
        function: (identifier) @_append
        arguments: (argument_list . (identifier) @_again . (_) @_same .)) .))))
  (#eq? @_contains "Contains")
  (#eq? @_append "append")
  (#eq? @_grows @slice)
  (#eq? @_again @slice)
  (#eq? @_same @value)) @report

; `if slices.Contains(x, v) { continue }`, and then `x = append(x, v)`.
(statement_list
  (if_statement
    condition: (call_expression
      function: (selector_expression field: (field_identifier) @_contains)
      arguments: (argument_list . (identifier) @slice . (_) @value .)) @search
    consequence: (block (statement_list . (continue_statement) .)))
  . (comment)* . (assignment_statement
    left: (expression_list . (identifier) @_grows .)
    right: (expression_list . (call_expression
      function: (identifier) @_append
      arguments: (argument_list . (identifier) @_again . (_) @_same .)) .))
  (#eq? @_contains "Contains")
  (#eq? @_append "append")
  (#eq? @_grows @slice)
  (#eq? @_again @slice)
  (#eq? @_same @value)) @report
