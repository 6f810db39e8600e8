; DeepEqual of some package or value; the guards ask whether it is reflect's.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (_) @left . (_) @right .)
  (#eq? @_name "DeepEqual")) @report
