; `w.WriteRune('x')`: a character of ASCII, which is one byte, and whose result nobody looks at.
(expression_statement
  (call_expression
    function: (selector_expression operand: (_) @writer field: (field_identifier) @name)
    arguments: (argument_list . (rune_literal) @rune .)) @call
  (#eq? @name "WriteRune")
  (#match? @rune "^'([ -~]|\\\\[nrt\\\\'])'$")) @report
