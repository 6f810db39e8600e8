; `var buffer [4]byte`: an array on its own.
(var_declaration
  (var_spec name: (identifier) @buffer @allocation type: (array_type) !value)) @report

; `buffer := make([]byte, 512)`: a slice of constant size.
(short_var_declaration
  left: (expression_list . (identifier) @buffer .)
  right: (expression_list
    . (call_expression
        function: (identifier) @_make
        arguments: (argument_list . (slice_type) . (_) @size .)) @allocation .)
  (#eq? @_make "make")) @report
