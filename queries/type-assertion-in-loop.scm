; An assertion of a plain variable. The guards ask that the loop leaves the variable alone, so that it could be asserted once,
; and that it is asserted to be an interface: a concrete type costs next to nothing to ask for.
(type_assertion_expression
  operand: (identifier) @kept
  type: (_) @target) @report @assertion

; A loop over the elements of a slice whose body has a statement of its own that takes each element for the same type, without
; asking whether it is: `n := value.(T)`.
(for_statement
  (range_clause
    left: (expression_list (_) . (identifier) @element)
    right: (_) @elements)
  body: (block (statement_list
    (short_var_declaration
      left: (expression_list . (identifier) @taken .)
      right: (expression_list . (type_assertion_expression operand: (identifier) @_asserted type: (_) @target) @assertion .))))
  (#eq? @element @_asserted)) @report

; The same in an assignment to a variable: `sum += value.(T)`, `sum += value.(*T).field`. Into an element of a slice,
; `out[i] = value.(T)`, it would be the conversion to a slice of values of their own type.
(for_statement
  (range_clause
    left: (expression_list (_) . (identifier) @element)
    right: (_) @elements)
  body: (block (statement_list
    (assignment_statement
      left: (expression_list . (identifier) .)
      right: (expression_list . [
        (type_assertion_expression operand: (identifier) @_asserted type: (_) @target) @assertion
        (selector_expression operand: (type_assertion_expression operand: (identifier) @_asserted type: (_) @target) @assertion)
      ] .))))
  (#eq? @element @_asserted)) @report

; The same with the element taken by its index: `n := values[i].(T)`.
(for_statement
  (range_clause
    left: (expression_list . (identifier) @_index .)
    right: (identifier) @elements)
  body: (block (statement_list
    (short_var_declaration
      left: (expression_list . (identifier) @taken .)
      right: (expression_list . (type_assertion_expression
        operand: (index_expression
          operand: (identifier) @_asserted
          index: (identifier) @_at)
        type: (_) @target) @assertion .))))
  (#eq? @elements @_asserted)
  (#eq? @_index @_at)) @report

; A type switch on a plain variable that the loop leaves alone, whose first case is an interface: the same question again.
(type_switch_statement
  value: (identifier) @kept .
  (comment)? .
  (type_case type: (_) @target)) @report @assertion

; A type switch on a value that is nothing but an interface: `switch value := value.(type)` over a []any. The guards ask that
; all cases are numbers: a type parameter can stand for those.
(type_switch_statement
  value: (identifier) @element) @report @assertion @switched
