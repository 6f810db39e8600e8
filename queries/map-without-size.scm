; A loop whose body writes `m[k] = v` on every turn, as a statement of its own. Keys and values that allocate on the same line
; (conversions, concatenations, `&T{}`, make, append, slices and maps in place) are left out, because their bytes could not
; be told from those of the map's growth. So are sums that begin with an element (`m[k] = m[k] + 1`): they count or group, and
; several turns share one key.
(for_statement
  body: (block
    (statement_list
      (assignment_statement
        left: (expression_list
          . (index_expression
              operand: (identifier) @map
              index: [
                (identifier)
                (selector_expression)
                (index_expression)
                (composite_literal type: [(type_identifier) (qualified_type) (array_type) (struct_type)])
                (call_expression function: (selector_expression))
              ]) @put .)
        operator: "="
        right: (expression_list
          . [
            (identifier)
            (selector_expression)
            (index_expression)
            (true)
            (false)
            (nil)
            (int_literal)
            (float_literal)
            (interpreted_string_literal)
            (composite_literal type: [(type_identifier) (qualified_type) (array_type) (struct_type)])
            (unary_expression operand: (index_expression))
            (binary_expression
              left: [(identifier) (selector_expression) (int_literal) (parenthesized_expression)]
              operator: ["-" "*" "/" "%" "==" "!=" "<" "<=" ">" ">=" "&&" "||"])
            (binary_expression
              left: [(identifier) (selector_expression) (parenthesized_expression)]
              right: (int_literal))
            (call_expression function: (selector_expression))
            (call_expression function: (identifier) @_function)
          ] .)
        (#not-any-of? @_function "append" "make" "new" "string"))))) @report
