; A variable gets itself with something appended: `list = reflect.Append(list, x)`.
(assignment_statement
  left: (expression_list . (identifier) @slice .)
  operator: "="
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (identifier) @_first . (_) .)) @append .)
  (#eq? @_name "Append")
  (#eq? @_first @slice)) @report

; A value is set to itself with something appended: `list.Set(reflect.Append(list, x))`.
(call_expression
  function: (selector_expression operand: (identifier) @slice field: (field_identifier) @_set)
  arguments: (argument_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (identifier) @_first . (_) .)) @append .)
  (#eq? @_set "Set")
  (#eq? @_name "Append")
  (#eq? @_first @slice)) @report
