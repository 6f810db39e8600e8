; `x = new(big.Int).Mul(x, y)`: x is among the operands.
(assignment_statement
  left: (expression_list . (identifier) @target .)
  operator: "="
  right: (expression_list . (call_expression
    function: (selector_expression
      operand: (call_expression
        function: (identifier) @_new
        arguments: (argument_list . (qualified_type package: (package_identifier) @_big) .))
      field: (field_identifier) @method)
    arguments: (argument_list . (identifier) @_operand) @arguments) @computed .)
  (#eq? @_new "new")
  (#eq? @_operand @target)) @report
