; `append([]T{a}, b)` on one line: a list of up to four elements without keys, and one behind it.
(call_expression
  function: (identifier) @_append
  arguments: (argument_list
    . (composite_literal
        type: [(slice_type) (type_identifier) (qualified_type)] @kind
        body: (literal_value
          . (literal_element) . (literal_element)? . (literal_element)? . (literal_element)? .) @list) @literal
    . (_) @more .)
  (#eq? @_append "append")
  (#not-match? @list "\n")) @report

; The same with two behind it.
(call_expression
  function: (identifier) @_append
  arguments: (argument_list
    . (composite_literal
        type: [(slice_type) (type_identifier) (qualified_type)] @kind
        body: (literal_value
          . (literal_element) . (literal_element)? . (literal_element)? . (literal_element)? .) @list) @literal
    . (_) @more
    . (_) @last .)
  (#eq? @_append "append")
  (#not-match? @list "\n")) @report

; A list that takes several lines, and whatever number behind it.
(call_expression
  function: (identifier) @_append
  arguments: (argument_list
    . (composite_literal
        type: [(slice_type) (type_identifier) (qualified_type)]
        body: (literal_value . (comment)? . [(literal_element) (keyed_element)]) @_list)
    . (_) @more)
  (#eq? @_append "append")
  (#match? @_list "\n")) @report
