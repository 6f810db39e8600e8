; `for _, part := range strings.Split(s, ",")`: the parts are wanted one by one, without their indexes.
(range_clause
  left: (expression_list . (identifier) @_key . (_) @element .) @targets
  right: (call_expression
    function: (selector_expression field: (field_identifier) @name)
    arguments: (argument_list)) @split @direct
  (#eq? @_key "_")
  (#any-of? @name "Split" "SplitAfter" "Fields" "FieldsFunc")) @report

; `for range strings.Fields(s)`: as many turns as parts.
(range_clause
  !left
  right: (call_expression
    function: (selector_expression field: (field_identifier) @name)
    arguments: (argument_list)) @split @direct
  (#any-of? @name "Split" "SplitAfter" "Fields" "FieldsFunc")) @report

; `parts := strings.Split(s, ",")`, for which a guard looks whether a loop over it is all that follows.
(short_var_declaration
  left: (expression_list . (identifier) @parts .)
  right: (expression_list
    . (call_expression
        function: (selector_expression field: (field_identifier) @name)
        arguments: (argument_list)) @split .)
  (#any-of? @name "Split" "SplitAfter" "Fields" "FieldsFunc")) @report
