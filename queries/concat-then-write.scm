; `w.WriteString(a + ", " + b)`: strings are added only to be written. Up to three parts are often short enough for the stack, which
; a guard asks about.
(call_expression
  function: (selector_expression operand: (_) @writer field: (field_identifier) @_write)
  arguments: (argument_list
    . (binary_expression left: (_) operator: "+" right: (_)) @sum @few .)
  (#eq? @_write "WriteString")
  (#not-match? @sum "[+](.|\n)*[+](.|\n)*[+]")) @report

; `w.WriteString(name + ": " + value + "\n")`: four parts or more.
(call_expression
  function: (selector_expression operand: (_) @writer field: (field_identifier) @_write)
  arguments: (argument_list
    . (binary_expression left: (_) operator: "+" right: (_)) @sum @many .)
  (#eq? @_write "WriteString")
  (#match? @sum "[+](.|\n)*[+](.|\n)*[+]")) @report
