; A field is looked for by its name.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (_) @name .)
  (#eq? @_name "FieldByName")) @report
