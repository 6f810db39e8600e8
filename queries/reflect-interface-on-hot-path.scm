; The interface that a value gives is asserted at once: `v.Interface().(T)`.
(type_assertion_expression
  operand: (call_expression
    function: (selector_expression operand: (_) @value field: (field_identifier) @_name)
    arguments: (argument_list)) @interface
  type: (_) @target
  (#eq? @_name "Interface")) @report
