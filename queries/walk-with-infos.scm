; The info has a name.
(call_expression
  function: (selector_expression field: (field_identifier) @_name @walk)
  arguments: (argument_list . (_) . (func_literal
    parameters: (parameter_list . (_) . (parameter_declaration name: (identifier) @info type: (_) @info-type) . (_) .)) .)
  (#not-eq? @info "_")
  (#eq? @_name "Walk")) @report

; The info has none.
(call_expression
  function: (selector_expression field: (field_identifier) @_name @walk)
  arguments: (argument_list . (_) . (func_literal
    parameters: (parameter_list . (_) . (parameter_declaration name: (identifier) @_none type: (_) @info-type) . (_) .)) .)
  (#eq? @_none "_")
  (#eq? @_name "Walk")) @report @blank
