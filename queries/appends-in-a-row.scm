; `xs = append(xs, a)` directly before `xs = append(xs, b)`: two calls, each of which may move the slice. What the second appends is a
; name, a field or a literal: it cannot be about the slice as it is in between.
(statement_list
  (assignment_statement
    left: (expression_list . [(identifier) (selector_expression)] @slice .)
    operator: "="
    right: (expression_list
      . (call_expression
          function: (identifier) @_append
          arguments: (argument_list . (_) @_again . (_))) @growth .))
  . (assignment_statement
      left: (expression_list . (_) @_same .)
      operator: "="
      right: (expression_list
        . (call_expression
            function: (identifier) @_next
            arguments: (argument_list
              . (_) @_once_more
              . [
                  (identifier) (selector_expression) (int_literal) (float_literal) (rune_literal)
                  (interpreted_string_literal) (raw_string_literal) (true) (false) (nil)
                ] .)) @next .)) @second
  (#eq? @_append "append")
  (#eq? @_next "append")
  (#eq? @_again @slice)
  (#eq? @_same @slice)
  (#eq? @_once_more @slice)) @report
