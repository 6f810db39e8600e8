; `var b strings.Builder`
(var_spec
  name: (identifier) @builder
  !value
  type: (qualified_type name: (type_identifier) @_type)
  (#eq? @_type "Builder")) @report

; `b := strings.Builder{}` and `b := &strings.Builder{}`
(short_var_declaration
  left: (expression_list . (identifier) @builder .)
  right: (expression_list .
    [
      (composite_literal type: (qualified_type name: (type_identifier) @_type))
      (unary_expression operand: (composite_literal type: (qualified_type name: (type_identifier) @_type)))
    ] .)
  (#eq? @_type "Builder")) @report

; `b := new(strings.Builder)`
(short_var_declaration
  left: (expression_list . (identifier) @builder .)
  right: (expression_list .
    (call_expression
      function: (identifier) @_new
      arguments: (argument_list . (qualified_type name: (type_identifier) @_type) .)) .)
  (#eq? @_new "new")
  (#eq? @_type "Builder")) @report
