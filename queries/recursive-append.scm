; `append(out, f(x)...)`: whether f is the function around it, the guards say.
(call_expression
  function: (identifier) @_append
  arguments: (argument_list . [(identifier) (selector_expression) (composite_literal) (call_expression)] . (variadic_argument (call_expression) @inner) .)
  (#eq? @_append "append")) @report
