; The query of an address is asked for.
(call_expression
  function: (selector_expression operand: (_) @address field: (field_identifier) @_name)
  arguments: (argument_list) @_none
  (#eq? @_name "Query")
  (#eq? @_none "()")) @report
