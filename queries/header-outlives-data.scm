; An unsafe string or slice over a variable's memory is returned. The guards ask whether the variable goes back to a pool. The
; memory may be an element's address, the data of a slice, or the bytes of a buffer.
(return_statement
  (expression_list
    (call_expression
      arguments: (argument_list . [
        (unary_expression operand: (index_expression operand: [
          (identifier) @data
          (parenthesized_expression (unary_expression operand: (identifier) @data))
          (call_expression function: (selector_expression operand: (identifier) @data))
        ]))
        (call_expression arguments: (argument_list . [
          (identifier) @data
          (unary_expression operand: (identifier) @data)
          (call_expression function: (selector_expression operand: (identifier) @data))
        ] .))
      ])) @made @leaving)) @report @leak

; The same, given to a variable that leaves the function later.
(short_var_declaration
  left: (expression_list . (identifier) @kept .)
  right: (expression_list .
    (call_expression
      arguments: (argument_list . [
        (unary_expression operand: (index_expression operand: [
          (identifier) @data
          (parenthesized_expression (unary_expression operand: (identifier) @data))
          (call_expression function: (selector_expression operand: (identifier) @data))
        ]))
        (call_expression arguments: (argument_list . [
          (identifier) @data
          (unary_expression operand: (identifier) @data)
          (call_expression function: (selector_expression operand: (identifier) @data))
        ] .))
      ])) @made .)) @report @leak

; The same, stored in a field.
(assignment_statement
  left: (expression_list . (selector_expression) .)
  right: (expression_list .
    (call_expression
      arguments: (argument_list . [
        (unary_expression operand: (index_expression operand: [
          (identifier) @data
          (parenthesized_expression (unary_expression operand: (identifier) @data))
          (call_expression function: (selector_expression operand: (identifier) @data))
        ]))
        (call_expression arguments: (argument_list . [
          (identifier) @data
          (unary_expression operand: (identifier) @data)
          (call_expression function: (selector_expression operand: (identifier) @data))
        ] .))
      ])) @made @leaving .)) @report @leak

; A struct has a plain header among its fields, or a slice or map of them.
(field_declaration
  type: [
    (qualified_type) @type @held
    (slice_type element: (qualified_type) @type @held)
    (array_type element: (qualified_type) @type @held)
    (map_type value: (qualified_type) @type @held)
  ]) @report @leak

; A variable of package level is a plain header, or a slice or map of them.
(var_spec
  name: (identifier) @package
  type: [
    (qualified_type) @type @held
    (slice_type element: (qualified_type) @type @held)
    (array_type element: (qualified_type) @type @held)
    (map_type value: (qualified_type) @type @held)
  ]) @report @leak

; A header is copied out of a string or slice, and the copy leaves the function later.
(short_var_declaration
  left: (expression_list . (identifier) @kept .)
  right: (expression_list .
    (unary_expression
      operator: "*"
      operand: (call_expression
        function: (parenthesized_expression (unary_expression operand: (selector_expression) @type)))) .)) @report @leak

; A header without memory is handed out, as the New of a pool does.
(return_statement
  (expression_list . [
    (call_expression function: (identifier) @_new arguments: (argument_list . (qualified_type) @type @held .))
    (unary_expression operator: "&" operand: (composite_literal type: (qualified_type) @type @held))
  ] .)) @report @leak

; A scanner's line becomes, in the next statement, a key that a map keeps.
(for_statement
  body: (block (statement_list
    (short_var_declaration
      left: (expression_list . (identifier) @_line .)
      right: (expression_list . (call_expression function: (selector_expression)) @source .))
    . [
      (inc_statement (index_expression index: (call_expression
        arguments: (argument_list . (_ (argument_list . (identifier) @_data .)))) @made @leaving))
      (assignment_statement left: (expression_list . (index_expression index: (call_expression
        arguments: (argument_list . (_ (argument_list . (identifier) @_data .)))) @made @leaving) .))
    ] @leak))
  (#eq? @_line @_data)) @report

; A scanner's line is appended, in the next statement, to what is collected.
(for_statement
  body: (block (statement_list
    (short_var_declaration
      left: (expression_list . (identifier) @_line .)
      right: (expression_list . (call_expression function: (selector_expression)) @source .))
    . (assignment_statement right: (expression_list . (call_expression
        function: (identifier) @_append
        arguments: (argument_list (_) . (call_expression
          arguments: (argument_list . (_ (argument_list . (identifier) @_data .)))) @made @leaving .)) .)) @leak))
  (#eq? @_append "append")
  (#eq? @_line @_data)) @report
