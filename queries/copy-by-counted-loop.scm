; `for i := 0; i < n; i++ { target[i] = source[i] }`: a counted loop that does nothing else. Also `source[i+k]`, which with one
; slice on both sides moves its elements to the front.
(for_statement
  . (for_clause
    initializer: (short_var_declaration
      left: (expression_list . (identifier) @_key .)
      right: (expression_list . (int_literal) @_zero .))
    condition: (binary_expression left: (identifier) @_compared operator: "<" right: (_) @count)
    update: (inc_statement (identifier) @_counted))
  body: (block
    (statement_list
      . (assignment_statement
          left: (expression_list . (index_expression operand: [(identifier) (selector_expression)] @target index: (identifier) @_index) @put .)
          operator: "="
          right: (expression_list . (index_expression
            operand: [(identifier) (selector_expression)] @source
            index: [
              (identifier) @_again
              (binary_expression left: (identifier) @_again operator: "+" right: [(identifier) (int_literal)] @offset)
              (binary_expression left: [(identifier) (int_literal)] @offset operator: "+" right: (identifier) @_again)
            ]) .)) .))
  (#eq? @_zero "0")
  (#eq? @_compared @_key)
  (#eq? @_counted @_key)
  (#eq? @_index @_key)
  (#eq? @_again @_key)) @report

; `for i := range n { target[i] = source[i] }`: the same over an integer.
(for_statement
  . (range_clause
      left: (expression_list . (identifier) @_key .)
      right: (_) @count)
  body: (block
    (statement_list
      . (assignment_statement
          left: (expression_list . (index_expression operand: [(identifier) (selector_expression)] @target index: (identifier) @_index) @put .)
          operator: "="
          right: (expression_list . (index_expression
            operand: [(identifier) (selector_expression)] @source
            index: [
              (identifier) @_again
              (binary_expression left: (identifier) @_again operator: "+" right: [(identifier) (int_literal)] @offset)
              (binary_expression left: [(identifier) (int_literal)] @offset operator: "+" right: (identifier) @_again)
            ]) .)) .))
  (#eq? @_index @_key)
  (#eq? @_again @_key)) @report
