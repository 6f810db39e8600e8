; `table[i] = make([]T, width)`: a row at its place. The width is a literal, a name, or a length with or without a literal added.
(assignment_statement
  left: (expression_list . (index_expression operand: (_) @table))
  operator: "="
  right: (expression_list
    . (call_expression
        function: (identifier) @_make
        arguments: (argument_list
          . (slice_type)
          . [
              (int_literal) @width
              (identifier) @width
              (binary_expression left: (identifier) @width right: (int_literal))
              (call_expression function: (identifier) @_len arguments: (argument_list . (identifier) @width .))
              (binary_expression
                left: (call_expression function: (identifier) @_len arguments: (argument_list . (identifier) @width .))
                right: (int_literal))
            ] .)) @row .)
  (#eq? @_make "make")
  (#any-of? @_len "len")) @report

; `table = append(table, make([]T, width))`: a row at the end.
(assignment_statement
  left: (expression_list . (_) @table .)
  operator: "="
  right: (expression_list
    . (call_expression
        function: (identifier) @_append
        arguments: (argument_list
          . (_) @_again
          . (call_expression
              function: (identifier) @_make
              arguments: (argument_list . (slice_type) . [(int_literal) (identifier)] @width .)) @row .)) .)
  (#eq? @_append "append")
  (#eq? @_make "make")
  (#eq? @_again @table)) @report
