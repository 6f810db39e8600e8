; A list gets a variable: `queue := list.New()`.
(short_var_declaration
  left: (expression_list . (identifier) @list .)
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list)) @new .)
  (#eq? @_name "New")) @report

; A list is declared: `var queue list.List`.
(var_spec
  name: (identifier) @list
  type: (qualified_type) @type
  !value) @report
