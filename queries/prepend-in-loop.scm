; `s = append([]T{x}, s...)`: a new slice with all of the old one behind it.
(assignment_statement
  left: (expression_list . (_) @slice .)
  operator: "="
  right: (expression_list
    . (call_expression
        function: (identifier) @_append
        arguments: (argument_list . (composite_literal) . (variadic_argument (_) @_again) .)) @growth .)
  (#eq? @_append "append")
  (#eq? @_again @slice)) @report

; `s = slices.Insert(s, 0, x)`: everything moves up by one.
(assignment_statement
  left: (expression_list . (_) @slice .)
  operator: "="
  right: (expression_list
    . (call_expression
        function: (selector_expression operand: (identifier) @_package field: (field_identifier) @_insert)
        arguments: (argument_list . (_) @_again . (int_literal) @_zero)) @growth .)
  (#eq? @_package "slices")
  (#eq? @_insert "Insert")
  (#eq? @_zero "0")
  (#eq? @_again @slice)) @report

; `s = slices.Concat([]T{x}, s)`: as the first one, with a single allocation per turn.
(assignment_statement
  left: (expression_list . (_) @slice .)
  operator: "="
  right: (expression_list
    . (call_expression
        function: (selector_expression operand: (identifier) @_package field: (field_identifier) @_concat)
        arguments: (argument_list . (composite_literal) . (_) @_again .)) @growth .)
  (#eq? @_package "slices")
  (#eq? @_concat "Concat")
  (#eq? @_again @slice)) @report
