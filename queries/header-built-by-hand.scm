; A literal of a header with something in it. An empty one may be there for its size only.
(composite_literal
  type: (qualified_type) @type
  body: (literal_value [(keyed_element) (literal_element)])) @report

; The address in a header that is a variable gets assigned. Whether the variable is a header or a pointer to one over a real
; slice is for the guard to say.
(assignment_statement
  left: (expression_list . (selector_expression
    operand: (identifier) @header
    field: (field_identifier) @_field))
  (#eq? @_field "Data")) @report
