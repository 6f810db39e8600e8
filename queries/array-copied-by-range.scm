; `for i, v := range array`.
(for_statement
  (range_clause
    left: (expression_list . (_) . (identifier) @value .)
    right: [(identifier) (selector_expression) (index_expression)] @over)
  body: (block) @body
  (#not-eq? @value "_")) @report
