; `for _, v := range source { all = append(all, &v) }`, as a statement of the body.
(for_statement
  . (range_clause
      left: (expression_list . (identifier) . (identifier) @variable .)
      right: [(identifier) (selector_expression)] @source)
  body: (block
    (statement_list
      (assignment_statement
        right: (expression_list
          . (call_expression
              function: (identifier) @_append
              arguments: (argument_list . (_) . (unary_expression operator: "&" operand: (identifier) @_kept) @address .)) .))))
  (#eq? @_append "append")
  (#eq? @_kept @variable)) @report

; The same inside an `if` of the body.
(for_statement
  . (range_clause
      left: (expression_list . (identifier) . (identifier) @variable .)
      right: [(identifier) (selector_expression)] @source)
  body: (block
    (statement_list
      (if_statement
        consequence: (block
          (statement_list
            (assignment_statement
              right: (expression_list
                . (call_expression
                    function: (identifier) @_append
                    arguments: (argument_list . (_) . (unary_expression operator: "&" operand: (identifier) @_kept) @address .)) .)))))))
  (#eq? @_append "append")
  (#eq? @_kept @variable)) @report

; `for _, v := range source { m[k] = &v }`: into a map, or another slice.
(for_statement
  . (range_clause
      left: (expression_list . (identifier) . (identifier) @variable .)
      right: [(identifier) (selector_expression)] @source)
  body: (block
    (statement_list
      (assignment_statement
        left: (expression_list . (index_expression) .)
        right: (expression_list . (unary_expression operator: "&" operand: (identifier) @_kept) @address .))))
  (#eq? @_kept @variable)) @report
