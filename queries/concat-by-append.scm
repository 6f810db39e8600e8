; `append(append([]T{}, a...), b...)`, whatever the outer append adds: the inner one makes a slice for its own part alone.
(call_expression
  function: (identifier) @_append
  arguments: (argument_list
    . (call_expression
        function: (identifier) @_inner
        arguments: (argument_list . (composite_literal body: (literal_value . "{" . "}")) . (variadic_argument) .)) @inner)
  (#eq? @_append "append")
  (#eq? @_inner "append")) @report

; The same with `[]T(nil)` inside.
(call_expression
  function: (identifier) @_append
  arguments: (argument_list
    . (call_expression
        function: (identifier) @_inner
        arguments: (argument_list
          . (type_conversion_expression operand: (nil))
          . (variadic_argument) .)) @inner)
  (#eq? @_append "append")
  (#eq? @_inner "append")) @report

; `append([]byte(s), t...)`: the conversion makes bytes for its own text alone.
(call_expression
  function: (identifier) @_append
  arguments: (argument_list
    . (type_conversion_expression
        type: (slice_type element: (type_identifier) @_element)
        operand: (_) @text) @converted
    . (variadic_argument) .)
  (#eq? @_append "append")
  (#any-of? @_element "byte" "uint8")) @report
