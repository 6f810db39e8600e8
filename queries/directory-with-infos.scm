; A loop over what a variable holds. The guards ask what that is, and what the loop wants of each.
(for_statement
  (range_clause
    left: (expression_list . (_) . (identifier) @entry .)
    right: (identifier) @entries)) @report
