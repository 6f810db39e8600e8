; `x = append(x, v)`: one value goes to the end of the slice that it came from. That x is declared without capacity before a
; loop of known length, and that every turn appends exactly once, is for the guards to say. Fields and elements
; (`s.names = append(s.names, v)`) are left out: who else fills them, one function does not show.
(assignment_statement
  left: (expression_list . (identifier) @slice .)
  operator: "="
  right: (expression_list .
    (call_expression
      function: (identifier) @_append
      arguments: (argument_list . (identifier) @_again . (_) @value .)) @growth .)
  (#eq? @_append "append")
  (#eq? @_again @slice)) @report
