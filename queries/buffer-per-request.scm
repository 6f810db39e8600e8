; A buffer declared as a value without memory: `var b bytes.Buffer`.
(var_spec
  name: (identifier) @buffer @growing
  type: (qualified_type) @type
  !value) @report

; A buffer by a literal, or the address of one: `b := bytes.Buffer{}`, `b := &bytes.Buffer{}`.
(short_var_declaration
  left: (expression_list . (identifier) @buffer @growing .)
  right: (expression_list . [
    (composite_literal type: (qualified_type) @type body: (literal_value) @_body)
    (unary_expression operand: (composite_literal type: (qualified_type) @type body: (literal_value) @_body))
  ] .)
  (#eq? @_body "{}")) @report

; A buffer by new: `b := new(bytes.Buffer)`.
(short_var_declaration
  left: (expression_list . (identifier) @buffer @growing .)
  right: (expression_list . (call_expression
    function: (identifier) @_new
    arguments: (argument_list . (qualified_type) @type .)) .)
  (#eq? @_new "new")) @report

; A buffer over nothing: `b := bytes.NewBuffer(nil)`.
(short_var_declaration
  left: (expression_list . (identifier) @buffer @growing .)
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (nil) .)) @make .)
  (#eq? @_name "NewBuffer")) @report

; A buffered writer or reader around something: it has its whole size at once, and never grows.
(short_var_declaration
  left: (expression_list . (identifier) @buffer @fixed .)
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)) @make .)
  (#any-of? @_name "NewWriter" "NewWriterSize" "NewReader" "NewReaderSize")) @report
