; `w.WriteString(strconv.Itoa(n))`: a number's text is made only to be written.
(call_expression
  function: (selector_expression
    operand: (_) @writer
    field: (field_identifier) @_write)
  arguments: (argument_list
    . (call_expression
        function: (selector_expression field: (field_identifier) @_name)
        arguments: (argument_list . (_) @value)) @text .)
  (#eq? @_write "WriteString")
  (#any-of? @_name "Itoa" "FormatInt" "FormatUint" "FormatFloat" "Quote")) @report
