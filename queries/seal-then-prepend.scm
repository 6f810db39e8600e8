; A message is sealed into new memory.
(short_var_declaration
  left: (expression_list . (identifier) @sealed .)
  right: (expression_list . (call_expression
    function: (selector_expression operand: (_) @aead field: (field_identifier) @_name)
    arguments: (argument_list . (nil))) @seal .)
  (#eq? @_name "Seal")) @report
