; `m := make(map[K]V)`, sized or not: a map of the turn's own.
(short_var_declaration
  left: (expression_list . (identifier) @map .)
  right: (expression_list
    . (call_expression
        function: (identifier) @_make
        arguments: (argument_list . (map_type))) @made .)
  (#eq? @_make "make")) @report

; `m := map[K]V{}`: the same as a literal.
(short_var_declaration
  left: (expression_list . (identifier) @map .)
  right: (expression_list . (composite_literal type: (map_type) body: (literal_value . "{" . "}")) @made .)) @report
