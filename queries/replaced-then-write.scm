; `w.WriteString(replacer.Replace(s))`: a text is made only to be written.
(call_expression
  function: (selector_expression operand: (_) @writer field: (field_identifier) @_write)
  arguments: (argument_list
    . (call_expression
        function: (selector_expression operand: (_) @replacer field: (field_identifier) @_replace)
        arguments: (argument_list . (_) @text .)) @replaced .)
  (#eq? @_write "WriteString")
  (#eq? @_replace "Replace")) @report

; `io.WriteString(w, replacer.Replace(s))`, `fmt.Fprint(w, replacer.Replace(s))`.
(call_expression
  function: (selector_expression field: (field_identifier) @_write)
  arguments: (argument_list
    . (_) @given
    . (call_expression
        function: (selector_expression operand: (_) @replacer field: (field_identifier) @_replace)
        arguments: (argument_list . (_) @text .)) @replaced .)
  (#any-of? @_write "WriteString" "Fprint")
  (#eq? @_replace "Replace")) @report
