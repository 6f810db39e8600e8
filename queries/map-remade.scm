; `m = make(map[K]V)`, sized or not, in place of another map. The guards ask that the function was done with that one.
(assignment_statement
  left: (expression_list . [(identifier) (selector_expression)] @map .)
  operator: "="
  right: (expression_list . (call_expression function: (identifier) @_make arguments: (argument_list . (map_type))) @made .)
  (#eq? @_make "make")) @report

; `m = map[K]V{}`: the same as a literal.
(assignment_statement
  left: (expression_list . [(identifier) (selector_expression)] @map .)
  operator: "="
  right: (expression_list . (composite_literal type: (map_type) body: (literal_value . "{" . "}")) @made .)) @report
