; `strings.Split(s, ",")[0]`: of all parts one is used.
(index_expression
  operand: (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (_) @text . (_) @separator)) @split
  index: (int_literal) @index
  (#any-of? @_name "Split" "SplitN")
  (#eq? @index "0")
  (#not-eq? @separator "\"\"")) @report

; `strings.SplitN(s, "=", 2)[1]`: what stands behind the first separator.
(index_expression
  operand: (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (_) @text . (_) @separator . (int_literal) @_two .)) @split
  index: (int_literal) @index @second
  (#eq? @_name "SplitN")
  (#eq? @_two "2")
  (#eq? @index "1")
  (#not-eq? @separator "\"\"")) @report

; `parts := strings.SplitN(s, "=", 2)`: two parts, for which a guard looks how they are used.
(short_var_declaration
  left: (expression_list . (identifier) @pair .)
  right: (expression_list
    . (call_expression
        function: (selector_expression field: (field_identifier) @_name)
        arguments: (argument_list . (_) @text . (_) @separator . (int_literal) @_two .)) @split .)
  (#eq? @_name "SplitN")
  (#eq? @_two "2")
  (#not-eq? @separator "\"\"")) @report

; `parts := strings.Split(s, "/")`: all parts, of which one may be used.
(short_var_declaration
  left: (expression_list . (identifier) @parts .)
  right: (expression_list
    . (call_expression
        function: (selector_expression operand: (_) @_package field: (field_identifier) @_name)
        arguments: (argument_list . (_) @text . (_) @separator .)) @split .)
  (#eq? @_name "Split")
  (#not-eq? @separator "\"\"")) @report
