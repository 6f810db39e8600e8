; A case waits for a timer that is made for it.
(communication_case
  communication: (receive_statement
    right: (unary_expression operand: (call_expression
      function: (selector_expression field: (field_identifier) @_name)) @after))
  (#eq? @_name "After")) @report
