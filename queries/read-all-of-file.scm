; All is read from a variable.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (identifier) @file .)
  (#eq? @_name "ReadAll")) @report @read
