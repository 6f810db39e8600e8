; `s += x`: the variable grows by whatever stands on the right. Whether it is a string, and older than the loop's turn, is
; for the guards to say. Elements and fields (`m[k] += x`, `p.text += x`) are left out: each turn may mean another string.
(assignment_statement
  left: (expression_list . (identifier) @target .)
  operator: "+="
  right: (expression_list . (_) .)) @report @sum

; `s = s + x`, and the same with up to four pieces behind s: s is the leftmost operand of the sum. A sum that ends in s
; (`s = x + s`) is left out, because a builder cannot put anything in front.
(assignment_statement
  left: (expression_list . (identifier) @target .)
  operator: "="
  right: (expression_list .
    (binary_expression
      left: [
        (identifier) @_first
        (binary_expression left: (identifier) @_first operator: "+")
        (binary_expression left: (binary_expression left: (identifier) @_first operator: "+") operator: "+")
        (binary_expression
          left: (binary_expression left: (binary_expression left: (identifier) @_first operator: "+") operator: "+")
          operator: "+")
      ]
      operator: "+") @sum .)
  (#eq? @_first @target)) @report
