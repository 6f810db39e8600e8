; `v.Type().Kind()`. The guards ask that v is a reflect.Value.
(call_expression
  function: (selector_expression
    operand: (call_expression
      function: (selector_expression operand: (_) @value field: (field_identifier) @_type)
      arguments: (argument_list . "(" . ")")) @typed
    field: (field_identifier) @_kind)
  arguments: (argument_list . "(" . ")")
  (#eq? @_type "Type")
  (#eq? @_kind "Kind")) @report
