; `append(b, t.Format(layout)...)`: a time's text is made only to be appended to bytes.
(call_expression
  function: (identifier) @_append
  arguments: (argument_list
    . (_) @target
    . (variadic_argument
        (call_expression
          function: (selector_expression operand: (_) @time field: (field_identifier) @_format)
          arguments: (argument_list . (_) @layout .)) @text) .)
  (#eq? @_append "append")
  (#eq? @_format "Format")) @report

; `w.WriteString(t.Format(layout))`: the same with a writer.
(call_expression
  function: (selector_expression operand: (_) @writer field: (field_identifier) @_write)
  arguments: (argument_list
    . (call_expression
        function: (selector_expression operand: (_) @time field: (field_identifier) @_format)
        arguments: (argument_list . (_) @layout .)) @text .)
  (#eq? @_write "WriteString")
  (#eq? @_format "Format")) @report
