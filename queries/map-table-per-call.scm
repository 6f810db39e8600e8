; `table := map[K]V{...}`: how many entries it has, and what is done with it, the guards ask.
(short_var_declaration
  left: (expression_list . (identifier) @table .)
  right: (expression_list . (composite_literal type: (map_type)) @literal .)) @report

; `var table = map[K]V{...}` in a function, the same.
(var_declaration
  (var_spec
    name: (identifier) @table
    value: (expression_list . (composite_literal type: (map_type)) @literal .))) @report
