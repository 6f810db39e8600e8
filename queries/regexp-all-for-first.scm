; The first of all matches, and no other.
(index_expression
  operand: (call_expression
    function: (selector_expression operand: (_) @pattern field: (field_identifier) @_name)
    arguments: (argument_list . (_) @subject . (_) @_limit .)) @found
  index: (int_literal) @_first
  (#match? @_name "^FindAll")
  (#eq? @_first "0")
  (#eq? @_limit "-1")) @report
