; `buffer := make([]byte, n)`.
(short_var_declaration
  left: (expression_list . (identifier) @buffer .)
  right: (expression_list
    . (call_expression
        function: (identifier) @_make
        arguments: (argument_list . (slice_type) . (_) @size .)) @allocation .)
  (#eq? @_make "make")) @report
