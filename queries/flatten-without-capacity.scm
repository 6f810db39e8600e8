; `for _, part := range parts { all = append(all, part...) }`: the value of the turn, a field of it, or an element of it. What
; calls give is left out: its length is not known before the call.
(for_statement
  . (range_clause
      left: (expression_list . (identifier) . (identifier) @_value .))
  body: (block
    (statement_list
      (assignment_statement
        left: (expression_list . (identifier) @slice .)
        operator: "="
        right: (expression_list
          . (call_expression
              function: (identifier) @_append
              arguments: (argument_list
                . (identifier) @_again
                . (variadic_argument [
                    (identifier) @_part
                    (selector_expression operand: (identifier) @_part)
                  ]) .)) @growth .))))
  (#eq? @_append "append")
  (#eq? @_again @slice)
  (#eq? @_part @_value)) @report

; `for i := range parts { all = append(all, parts[i]...) }`: the same by index, also of a field of the element.
(for_statement
  . (range_clause
      left: (expression_list . (identifier) @_key .)
      right: (_) @_parts)
  body: (block
    (statement_list
      (assignment_statement
        left: (expression_list . (identifier) @slice .)
        operator: "="
        right: (expression_list
          . (call_expression
              function: (identifier) @_append
              arguments: (argument_list
                . (identifier) @_again
                . (variadic_argument [
                    (index_expression operand: (_) @_indexed index: (identifier) @_index)
                    (selector_expression operand: (index_expression operand: (_) @_indexed index: (identifier) @_index))
                  ]) .)) @growth .))))
  (#eq? @_append "append")
  (#eq? @_again @slice)
  (#eq? @_indexed @_parts)
  (#eq? @_index @_key)) @report
