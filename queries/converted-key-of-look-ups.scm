; `key := string(b)`. The guards ask whether every use of the variable is a look-up.
(short_var_declaration
  left: (expression_list . (identifier) @key .)
  right: (expression_list
    . (call_expression
        function: (identifier) @_string
        arguments: (argument_list . (_) @bytes .)) @conversion .)
  (#eq? @_string "string")) @report
