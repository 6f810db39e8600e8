; `for _, v := range source { target = append(target, v) }`: the value of each turn, and nothing else in the body.
(for_statement
  . (range_clause
      left: (expression_list . (identifier) . (identifier) @_value .)
      right: (_) @source)
  body: (block
    (statement_list
      . (assignment_statement
          left: (expression_list . [(identifier) (selector_expression)] @target .)
          operator: "="
          right: (expression_list
            . (call_expression
                function: (identifier) @_append
                arguments: (argument_list . (_) @_again . (identifier) @_appended .)) @growth .)) .))
  (#eq? @_append "append")
  (#eq? @_again @target)
  (#eq? @_appended @_value)) @report

; `for i := range source { target = append(target, source[i]) }`: the same by index.
(for_statement
  . (range_clause
      left: (expression_list . (identifier) @_key .)
      right: (_) @source)
  body: (block
    (statement_list
      . (assignment_statement
          left: (expression_list . [(identifier) (selector_expression)] @target .)
          operator: "="
          right: (expression_list
            . (call_expression
                function: (identifier) @_append
                arguments: (argument_list
                  . (_) @_again
                  . (index_expression operand: (_) @_indexed index: (identifier) @_index) .)) @growth .)) .))
  (#eq? @_append "append")
  (#eq? @_again @target)
  (#eq? @_indexed @source)
  (#eq? @_index @_key)) @report

; `for i := 0; i < len(source); i++ { target = append(target, source[i]) }`: the same, counted.
(for_statement
  . (for_clause
      initializer: (short_var_declaration
        left: (expression_list . (identifier) @_key .)
        right: (expression_list . (int_literal) @_zero .))
      condition: (binary_expression
        left: (identifier) @_compared
        operator: "<"
        right: (call_expression
          function: (identifier) @_len
          arguments: (argument_list . (_) @source .)))
      update: (inc_statement (identifier) @_counted))
  body: (block
    (statement_list
      . (assignment_statement
          left: (expression_list . [(identifier) (selector_expression)] @target .)
          operator: "="
          right: (expression_list
            . (call_expression
                function: (identifier) @_append
                arguments: (argument_list
                  . (_) @_again
                  . (index_expression operand: (_) @_indexed index: (identifier) @_index) .)) @growth .)) .))
  (#eq? @_append "append")
  (#eq? @_zero "0")
  (#eq? @_len "len")
  (#eq? @_again @target)
  (#eq? @_indexed @source)
  (#eq? @_compared @_key)
  (#eq? @_counted @_key)
  (#eq? @_index @_key)) @report
