; `s = append(s[:i], s[i+1:]...)`: the element at i goes, and what is behind it moves.
(assignment_statement
  left: (expression_list . (_) @slice .)
  operator: "="
  right: (expression_list
    . (call_expression
        function: (identifier) @_append
        arguments: (argument_list
          . (slice_expression operand: (_) @_head end: (identifier) @index)
          . (variadic_argument
              (slice_expression
                operand: (_) @_tail
                start: (binary_expression left: (identifier) @_next operator: "+" right: (int_literal)))) .)) @removal .)
  (#eq? @_append "append")
  (#eq? @_head @slice)
  (#eq? @_tail @slice)
  (#eq? @_next @index)) @report

; `s = slices.Delete(s, i, i+1)`: the same by name.
(assignment_statement
  left: (expression_list . (_) @slice .)
  operator: "="
  right: (expression_list
    . (call_expression
        function: (selector_expression operand: (identifier) @_package field: (field_identifier) @_delete)
        arguments: (argument_list . (_) @_head . (identifier) @index)) @removal .)
  (#eq? @_package "slices")
  (#eq? @_delete "Delete")
  (#eq? @_head @slice)) @report
