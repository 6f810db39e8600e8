; `var b bytes.Buffer`
(var_spec
  name: (identifier) @buffer
  !value
  type: (qualified_type name: (type_identifier) @_type)
  (#eq? @_type "Buffer")) @report

; `b := bytes.Buffer{}` and `b := &bytes.Buffer{}`
(short_var_declaration
  left: (expression_list . (identifier) @buffer .)
  right: (expression_list .
    [
      (composite_literal type: (qualified_type name: (type_identifier) @_type))
      (unary_expression operand: (composite_literal type: (qualified_type name: (type_identifier) @_type)))
    ] .)
  (#eq? @_type "Buffer")) @report

; `b := new(bytes.Buffer)`
(short_var_declaration
  left: (expression_list . (identifier) @buffer .)
  right: (expression_list .
    (call_expression
      function: (identifier) @_new
      arguments: (argument_list . (qualified_type name: (type_identifier) @_type) .)) .)
  (#eq? @_new "new")
  (#eq? @_type "Buffer")) @report

; `b := bytes.NewBuffer(nil)` and `b := bytes.NewBufferString("")`
(short_var_declaration
  left: (expression_list . (identifier) @buffer .)
  right: (expression_list .
    (call_expression
      function: (selector_expression field: (field_identifier) @_maker)
      arguments: (argument_list . [(nil) (interpreted_string_literal)] @_content .)) .)
  (#any-of? @_maker "NewBuffer" "NewBufferString")
  (#any-of? @_content "nil" "\"\"")) @report
