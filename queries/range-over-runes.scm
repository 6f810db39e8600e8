; `for _, r := range []rune(s)`: the index is not asked for.
(range_clause
  left: (expression_list . (identifier) @_key . (_) .)
  right: (type_conversion_expression
    type: (slice_type element: (type_identifier) @_element)
    operand: (_) @text) @runes
  (#eq? @_key "_")
  (#any-of? @_element "rune" "int32")) @report

; `for range []rune(s)`: as many turns as characters.
(range_clause
  !left
  right: (type_conversion_expression
    type: (slice_type element: (type_identifier) @_element)
    operand: (_) @text) @runes
  (#any-of? @_element "rune" "int32")) @report
