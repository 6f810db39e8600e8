; `w.WriteString(a + ", " + b)`: strings are added only to be written.
(call_expression
  function: (selector_expression operand: (_) @writer field: (field_identifier) @_write)
  arguments: (argument_list
    . (binary_expression left: (_) @left operator: "+" right: (_) @right) @sum .)
  (#eq? @_write "WriteString")) @report
