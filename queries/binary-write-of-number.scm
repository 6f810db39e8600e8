; One value is written: `binary.Write(w, order, x)`.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (_) @writer . (_) . (_) @value .)
  (#eq? @_name "Write")) @report
