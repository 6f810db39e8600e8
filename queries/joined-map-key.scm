; `m[a + "," + b]++`: the key of an element that is counted up.
(inc_statement
  (index_expression
    operand: (_) @map
    index: (binary_expression
      left: (binary_expression left: (_) @first operator: "+" right: [(interpreted_string_literal) (raw_string_literal)])
      operator: "+"
      right: (_) @second) @key)) @report

; `m[a + "," + b] = v`, `m[a + "," + b] += v`: the key of an element that is assigned.
(assignment_statement
  left: (expression_list
    . (index_expression
        operand: (_) @map
        index: (binary_expression
          left: (binary_expression left: (_) @first operator: "+" right: [(interpreted_string_literal) (raw_string_literal)])
          operator: "+"
          right: (_) @second) @key) .)) @report

; `key := a + "," + b`, where the guards see to it that the variable is a map's key and nothing else.
(short_var_declaration
  left: (expression_list . (identifier) @variable .)
  right: (expression_list
    . (binary_expression
        left: (binary_expression left: (_) @first operator: "+" right: [(interpreted_string_literal) (raw_string_literal)])
        operator: "+"
        right: (_) @second) @key .)) @report
