; `for k, v := range m { if k == wanted { ... } }` and nothing else in the body; the wanted value is another than this entry's.
(for_statement
  . (range_clause
      left: (expression_list . (identifier) @_key . (identifier) @_value .)
      right: (_) @map)
  body: (block
    (statement_list
      . (if_statement
          !initializer
          condition: (binary_expression
            left: (identifier) @_compared
            operator: "=="
            right: [(identifier) (selector_expression operand: (identifier))] @wanted)
          !alternative) .))
  (#eq? @_compared @_key)
  (#not-eq? @wanted @_value)) @report

; The same with the wanted value first: `if wanted == k`.
(for_statement
  . (range_clause
      left: (expression_list . (identifier) @_key . (identifier) @_value .)
      right: (_) @map)
  body: (block
    (statement_list
      . (if_statement
          !initializer
          condition: (binary_expression
            left: [(identifier) (selector_expression operand: (identifier))] @wanted
            operator: "=="
            right: (identifier) @_compared)
          !alternative) .))
  (#eq? @_compared @_key)
  (#not-eq? @wanted @_value)) @report

; `for k := range m { if k == wanted { ... } }`: by the key alone.
(for_statement
  . (range_clause
      left: (expression_list . (identifier) @_key .)
      right: (_) @map)
  body: (block
    (statement_list
      . (if_statement
          !initializer
          condition: (binary_expression
            left: (identifier) @_compared
            operator: "=="
            right: [(identifier) (selector_expression operand: (identifier))] @wanted)
          !alternative) .))
  (#eq? @_compared @_key)) @report

; The same with the wanted value first.
(for_statement
  . (range_clause
      left: (expression_list . (identifier) @_key .)
      right: (_) @map)
  body: (block
    (statement_list
      . (if_statement
          !initializer
          condition: (binary_expression
            left: [(identifier) (selector_expression operand: (identifier))] @wanted
            operator: "=="
            right: (identifier) @_compared)
          !alternative) .))
  (#eq? @_compared @_key)) @report
