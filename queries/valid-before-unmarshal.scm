; The validity of a variable's bytes is asked for.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (identifier) @data .)
  (#eq? @_name "Valid")) @report @valid
