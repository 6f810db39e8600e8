; `var b bytes.Buffer` in the body of a loop.
(var_spec
  name: (identifier) @buffer
  type: (qualified_type) @type
  !value) @report

; `b := bytes.Buffer{}`, `b := &bytes.Buffer{}`.
(short_var_declaration
  left: (expression_list . (identifier) @buffer .)
  right: (expression_list . [
    (composite_literal type: (qualified_type) @type body: (literal_value) @_body)
    (unary_expression operand: (composite_literal type: (qualified_type) @type body: (literal_value) @_body))
  ] .)
  (#eq? @_body "{}")) @report

; `b := new(bytes.Buffer)`.
(short_var_declaration
  left: (expression_list . (identifier) @buffer .)
  right: (expression_list . (call_expression
    function: (identifier) @_new
    arguments: (argument_list . (qualified_type) @type .)) .)
  (#eq? @_new "new")) @report
