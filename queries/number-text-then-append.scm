; `append(b, strconv.Itoa(n)...)`: a number's text is made only to be appended to bytes.
(call_expression
  function: (identifier) @_append
  arguments: (argument_list
    . (_) @target
    . (variadic_argument
        (call_expression
          function: (selector_expression field: (field_identifier) @_name)
          arguments: (argument_list . (_) @value)) @text) .)
  (#eq? @_append "append")
  (#any-of? @_name "Itoa" "FormatInt" "FormatUint" "FormatFloat" "Quote")) @report

; `append(b, n.String()...)` of a big number.
(call_expression
  function: (identifier) @_append
  arguments: (argument_list
    . (_) @target
    . (variadic_argument
        (call_expression
          function: (selector_expression operand: (_) @number field: (field_identifier) @_name)
          arguments: (argument_list)) @text) .)
  (#eq? @_append "append")
  (#eq? @_name "String")) @report
