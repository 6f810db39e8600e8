; The texts of two times are compared.
(binary_expression
  left: (call_expression
    function: (selector_expression operand: (_) @a field: (field_identifier) @_left)
    arguments: (argument_list . (_) @_layout .)) @left
  operator: ["==" "!="]
  right: (call_expression
    function: (selector_expression operand: (_) @b field: (field_identifier) @_right)
    arguments: (argument_list . (_) @_same .)) @right
  (#eq? @_left "Format")
  (#eq? @_right "Format")
  (#eq? @_layout @_same)) @report
