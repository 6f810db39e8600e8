; A variable gets a marshalled document and an error. The guards ask whose Marshal it is and what becomes of the bytes.
(short_var_declaration
  left: (expression_list . (identifier) @bytes)
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (_) @value .)) @marshal .)
  (#eq? @_name "Marshal")) @report
