; `strings.Compare(a, b) == 0`, `bytes.Compare(a, b) != 0`: which is greater is asked only to know whether they are the same.
(binary_expression
  left: (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (_) @a . (_) @b .)) @call
  operator: ["==" @equal "!=" @unequal]
  right: (int_literal) @_zero
  (#eq? @_name "Compare")
  (#eq? @_zero "0")) @report
