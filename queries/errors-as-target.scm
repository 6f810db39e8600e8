; `errors.As(err, &target)`: the target's address goes through an interface.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list
    . (_) @error
    . (unary_expression operand: (identifier) @target) .)
  (#eq? @_name "As")) @report
