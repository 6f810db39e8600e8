; `for i := 0; i < len(s); i++ { s[i] = 0 }`: a counted loop that puts the same nothing into every element. Over `range s` the
; compiler sees that by itself.
(for_statement
  (for_clause
    initializer: (short_var_declaration
      left: (expression_list . (identifier) @_key .)
      right: (expression_list . (int_literal) @_zero .))
    condition: (binary_expression
      left: (identifier) @_compared
      operator: "<"
      right: (call_expression
        function: (identifier) @_len
        arguments: (argument_list . (_) @slice .)))
    update: (inc_statement (identifier) @_counted))
  body: (block
    (statement_list
      . (assignment_statement
          left: (expression_list . (index_expression operand: (_) @_target index: (identifier) @_index) @put .)
          operator: "="
          right: (expression_list . [(int_literal) (float_literal) (false) (nil) (interpreted_string_literal)] @_nothing .)) .))
  (#eq? @_zero "0")
  (#eq? @_len "len")
  (#eq? @_target @slice)
  (#eq? @_compared @_key)
  (#eq? @_counted @_key)
  (#eq? @_index @_key)
  (#any-of? @_nothing "0" "0.0" "false" "nil" "\"\"")) @report
