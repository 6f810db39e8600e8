; `s := make([]T, n)`, `s := make([]T, 0, n)`: the last argument is its size. Whether anything keeps it is for the guards to say.
(short_var_declaration
  left: (expression_list . (identifier) @slice .)
  right: (expression_list
    . (call_expression
        function: (identifier) @_make
        arguments: (argument_list . (slice_type) . (_)? @empty . (_) @size .)) @make .)
  (#eq? @_make "make")) @report
