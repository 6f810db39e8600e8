; `for _, r := range string(runes)`: the index is not asked for.
(range_clause
  left: (expression_list . (identifier) @_key . (_) .)
  right: (call_expression
    function: (identifier) @_string
    arguments: (argument_list . (_) @runes .)) @text
  (#eq? @_key "_")
  (#eq? @_string "string")) @report

; `for range string(runes)`: as many turns as runes.
(range_clause
  !left
  right: (call_expression
    function: (identifier) @_string
    arguments: (argument_list . (_) @runes .)) @text
  (#eq? @_string "string")) @report
