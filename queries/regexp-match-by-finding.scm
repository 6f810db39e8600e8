; What was found is compared with nil.
(binary_expression
  left: (call_expression
    function: (selector_expression operand: (_) @pattern field: (field_identifier) @_name)
    arguments: (argument_list . (_) @subject)) @found
  operator: ["==" @none_if "!=" @some_if]
  right: (nil)
  (#match? @_name "^Find")) @report

; The number of what was found is compared with nothing.
(binary_expression
  left: (call_expression
    function: (identifier) @_len
    arguments: (argument_list . (call_expression
      function: (selector_expression operand: (_) @pattern field: (field_identifier) @_name)
      arguments: (argument_list . (_) @subject)) @found .))
  operator: ["==" @none_if "!=" @some_if ">" @some_if]
  right: (int_literal) @_none
  (#eq? @_len "len")
  (#eq? @_none "0")
  (#match? @_name "^Find")) @report
