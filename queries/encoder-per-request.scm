; A compressor or a decompressor gets a variable. These have a method Reset.
(short_var_declaration
  left: (expression_list . (identifier) @variable)
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)) @compressor @made .)
  (#any-of? @_name "NewWriter" "NewWriterLevel" "NewReader")) @report

; An encoder gets a variable. It cannot be given another writer.
(short_var_declaration
  left: (expression_list . (identifier) .)
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (_) @sink .)) @made .)
  (#eq? @_name "NewEncoder")) @report

; An encoder is made and used at once: `err := xml.NewEncoder(w).Encode(v)`.
(short_var_declaration
  right: (expression_list . (call_expression
    function: (selector_expression
      operand: (call_expression
        function: (selector_expression field: (field_identifier) @_name)
        arguments: (argument_list . (_) @sink .)) @made)) .)
  (#eq? @_name "NewEncoder")) @report

; The same in an assignment.
(assignment_statement
  right: (expression_list . (call_expression
    function: (selector_expression
      operand: (call_expression
        function: (selector_expression field: (field_identifier) @_name)
        arguments: (argument_list . (_) @sink .)) @made)) .)
  (#eq? @_name "NewEncoder")) @report
