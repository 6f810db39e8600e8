; A MAC is made for a key that is a variable.
(call_expression
  function: (selector_expression
    operand: (identifier) @_package
    field: (field_identifier) @_name)
  arguments: (argument_list . (_) . (identifier) @key .)
  (#eq? @_name "New")) @report
