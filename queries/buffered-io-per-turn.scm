; A buffered reader or writer gets a variable.
(short_var_declaration
  left: (expression_list . (identifier) @buffer .)
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (_) @_target)) @made .)
  (#any-of? @_name "NewReader" "NewReaderSize" "NewWriter" "NewWriterSize")
  (#not-eq? @_target "os.Stdin")) @report
