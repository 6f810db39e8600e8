; `m[fmt.Sprintf(format, a, b)]`: the key of a look-up or an assignment, of two or more values.
(index_expression
  operand: (_) @map
  index: (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (interpreted_string_literal) . (_) @first . (_) @second)) @key
  (#eq? @_name "Sprintf")) @report

; `key := fmt.Sprintf(format, a, b)`, where the guards see to it that the variable is a map's key and nothing else.
(short_var_declaration
  left: (expression_list . (identifier) @variable .)
  right: (expression_list
    . (call_expression
        function: (selector_expression field: (field_identifier) @_name)
        arguments: (argument_list . (interpreted_string_literal) . (_) @first . (_) @second)) @key .)
  (#eq? @_name "Sprintf")) @report
