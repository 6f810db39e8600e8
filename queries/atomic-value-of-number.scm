; A value is stored, or swapped for another.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (_) @value .)
  (#any-of? @_name "Store" "Swap")) @report
