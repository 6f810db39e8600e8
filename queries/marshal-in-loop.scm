; A variable gets a marshalled document and an error. The guards ask which package's Marshal it is.
(short_var_declaration
  left: (expression_list . (identifier) @bytes)
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)) @marshal .)
  (#any-of? @_name "Marshal" "MarshalIndent")) @report

; The same with variables that are there already.
(assignment_statement
  left: (expression_list . (identifier) @bytes)
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)) @marshal .)
  (#any-of? @_name "Marshal" "MarshalIndent")) @report
