; `w.WriteString(string(b))`: bytes are copied into a string only to be written.
(call_expression
  function: (selector_expression
    operand: (_) @writer
    field: (field_identifier) @_write)
  arguments: (argument_list
    . (call_expression
        function: (identifier) @_string
        arguments: (argument_list . (_) @value .)) @text .)
  (#eq? @_write "WriteString")
  (#eq? @_string "string")) @report

; `io.WriteString(w, string(b))` and `fmt.Fprint(w, string(b))`.
(call_expression
  function: (selector_expression field: (field_identifier) @_write)
  arguments: (argument_list
    . (_) @given
    . (call_expression
        function: (identifier) @_string
        arguments: (argument_list . (_) @value .)) @text .)
  (#any-of? @_write "WriteString" "Fprint")
  (#eq? @_string "string")) @report
