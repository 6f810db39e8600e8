; The string that is decoded is converted for it. A part of known ends is short more often than not, and copied on the stack.
(call_expression
  function: (selector_expression field: (field_identifier) @_name @decode)
  arguments: (argument_list . (call_expression
    function: (identifier) @_string
    arguments: (argument_list . (_) @bytes .)) @copy .)
  (#not-match? @bytes "\\[.+:.+\\]$")
  (#eq? @_string "string")
  (#eq? @_name "DecodeString")) @report
