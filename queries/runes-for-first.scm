; `[]rune(s)[0]`: all runes are decoded for one.
(index_expression
  operand: (type_conversion_expression
    type: (slice_type element: (type_identifier) @_element)
    operand: (_) @text) @runes
  index: (int_literal) @_first
  (#any-of? @_element "rune" "int32")
  (#eq? @_first "0")) @report
