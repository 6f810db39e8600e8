; Two texts of values are compared.
(binary_expression
  left: (call_expression
    function: (selector_expression operand: (_) @a field: (field_identifier) @_left)
    arguments: (argument_list)) @left
  operator: ["==" @equal "!=" @unequal]
  right: (call_expression
    function: (selector_expression operand: (_) @b field: (field_identifier) @_right)
    arguments: (argument_list)) @right
  (#eq? @_left "String")
  (#eq? @_right "String")) @report
