; A loop over keys that nobody else gets.
(for_statement
  (range_clause right: (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list)) @keys)
  (#eq? @_name "MapKeys")) @report
