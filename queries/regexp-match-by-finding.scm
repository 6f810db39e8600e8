; What was found is compared with nil.
(binary_expression
  left: (call_expression
    function: (selector_expression field: (field_identifier) @_name)) @found
  operator: ["==" "!="]
  right: (nil)
  (#match? @_name "^Find")) @report

; The number of what was found is compared with nothing.
(binary_expression
  left: (call_expression
    function: (identifier) @_len
    arguments: (argument_list . (call_expression
      function: (selector_expression field: (field_identifier) @_name)) @found .))
  operator: ["==" "!=" ">"]
  right: (int_literal) @_none
  (#eq? @_len "len")
  (#eq? @_none "0")
  (#match? @_name "^Find")) @report
