; `for i, v := range x`.
(for_statement
  (range_clause
    left: (expression_list . (_) . (identifier) @value .)
    right: (_) @over)
  body: (block) @body
  (#not-eq? @value "_")) @report
