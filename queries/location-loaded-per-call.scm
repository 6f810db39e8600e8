; A time zone is loaded by its name.
(call_expression
  function: [
    (selector_expression field: (field_identifier) @_name)
    (identifier) @_name
  ]
  arguments: (argument_list . (_) @name .)
  (#eq? @_name "LoadLocation")) @report
