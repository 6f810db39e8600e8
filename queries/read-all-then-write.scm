; A variable gets all that a reader gives. The guards ask what becomes of it.
(short_var_declaration
  left: (expression_list . (identifier) @bytes)
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (_) @reader .)) @read .)
  (#not-match? @reader "Body")
  (#eq? @_name "ReadAll")) @report

; A variable gets the whole body of a request or a response: whose it is, the guards ask.
(short_var_declaration
  left: (expression_list . (identifier) @bytes)
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (selector_expression operand: (_) @owner field: (field_identifier) @_body) @reader .)) @read .)
  (#eq? @_body "Body")
  (#eq? @_name "ReadAll")) @report
