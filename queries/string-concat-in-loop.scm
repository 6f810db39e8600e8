; `s += x`: the variable grows by whatever stands on the right, and so does a field (`p.text += x`), an element (`rows[i] += x`) or
; what a pointer points at (`*out += x`). Whether it is a string, older than the loop's turn, and the same one on every turn, is for
; the guards to say.
(assignment_statement
  left: (expression_list . [(identifier) (selector_expression) (index_expression) (unary_expression)] @target .)
  operator: "+="
  right: (expression_list . (_) .)) @report @sum

; `s = s + x`, and the same with up to four pieces behind s: s is the leftmost operand of the sum. A sum that ends in s
; (`s = x + s`) is left out, because a builder cannot put anything in front.
(assignment_statement
  left: (expression_list . [(identifier) (selector_expression) (index_expression) (unary_expression)] @target .)
  operator: "="
  right: (expression_list .
    (binary_expression
      left: [
        (_) @_first
        (binary_expression left: (_) @_first operator: "+")
        (binary_expression left: (binary_expression left: (_) @_first operator: "+") operator: "+")
        (binary_expression
          left: (binary_expression left: (binary_expression left: (_) @_first operator: "+") operator: "+")
          operator: "+")
      ]
      operator: "+") @sum .)
  (#eq? @_first @target)) @report
