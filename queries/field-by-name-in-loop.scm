; A field of an element is looked for by its name: `list.Index(i).FieldByName("ID")`.
(call_expression
  function: (selector_expression
    operand: (call_expression) @element
    field: (field_identifier) @_name)
  arguments: (argument_list . (_) @name .)
  (#eq? @_name "FieldByName")) @report

; A field of a variable is looked for by its name.
(call_expression
  function: (selector_expression
    operand: (identifier) @value
    field: (field_identifier) @_name)
  arguments: (argument_list . (_) @name .)
  (#eq? @_name "FieldByName")) @report
