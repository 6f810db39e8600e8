; A slice is sorted by a function that compares two places in it.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (_) @slice . (_) @less .)
  (#any-of? @_name "Slice" "SliceStable")) @report
