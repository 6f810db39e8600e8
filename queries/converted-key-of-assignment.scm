; `m[string(b)]++`: counted up in place.
(inc_statement
  (index_expression
    operand: (_) @map
    index: (call_expression function: (identifier) @_string arguments: (argument_list . (_) @bytes .)) @conversion)
  (#eq? @_string "string")) @report

; `m[string(b)] += v`: changed in place.
(assignment_statement
  left: (expression_list
    . (index_expression
        operand: (_) @map
        index: (call_expression function: (identifier) @_string arguments: (argument_list . (_) @bytes .)) @conversion) .)
  operator: ["+=" "-=" "|=" "*="]
  (#eq? @_string "string")) @report

; `m[string(b)] = append(m[string(b)], v)`: a list that grows in place.
(assignment_statement
  left: (expression_list
    . (index_expression
        operand: (_) @map
        index: (call_expression function: (identifier) @_string arguments: (argument_list . (_) @bytes .)) @conversion) @_element .)
  operator: "="
  right: (expression_list
    . (call_expression function: (identifier) @_append arguments: (argument_list . (index_expression) @again)) .)
  (#eq? @_string "string")
  (#eq? @_append "append")
  (#eq? @again @_element)) @report
