; The bytes go to the blank name, the error to a variable: `_, err := io.ReadAll(r)`.
(short_var_declaration
  left: (expression_list . (identifier) @_blank)
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (_) @reader .)) @read .)
  (#eq? @_blank "_")
  (#eq? @_name "ReadAll")) @report

; The same to variables that are there: `_, _ = io.ReadAll(r)`.
(assignment_statement
  left: (expression_list . (identifier) @_blank)
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (_) @reader .)) @read .)
  (#eq? @_blank "_")
  (#eq? @_name "ReadAll")) @report

; Nothing is asked of the result: `io.ReadAll(r)`.
(expression_statement
  (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (_) @reader .)) @read
  (#eq? @_name "ReadAll")) @report
