; `append([]T{a}, b)`, whose literal is a plain list, written on one line.
(call_expression
  function: (identifier) @append
  arguments: (argument_list
    . "(" @open
    . (composite_literal
        type: [(slice_type) (type_identifier) (qualified_type)]
        body: (literal_value . "{" . (literal_element)+ . "}" @end .) @_list) @literal
    . (_)+ @more
    . ")" @close .)
  (#eq? @append "append")
  (#not-match? @_list "[\n]")) @report

; The same with a list of several lines.
(call_expression
  function: (identifier) @_append
  arguments: (argument_list
    . (composite_literal
        type: [(slice_type) (type_identifier) (qualified_type)]
        body: (literal_value . (comment)* . [(literal_element) (keyed_element)]) @_list) @literal
    . (_)+ @more .)
  (#eq? @_append "append")
  (#match? @_list "\n")) @report
