; `len(strings.Split(s, ","))`: a slice is made for its length.
(call_expression
  function: (identifier) @_len
  arguments: (argument_list
    . (call_expression
        function: (selector_expression field: (field_identifier) @_name)
        arguments: (argument_list . (_) @text . (_) @separator .)) @split .)
  (#eq? @_len "len")
  (#eq? @_name "Split")
  (#not-eq? @separator "\"\"")) @report

; `len(strings.Fields(s))`: words.
(call_expression
  function: (identifier) @_len
  arguments: (argument_list
    . (call_expression
        function: (selector_expression field: (field_identifier) @_name)
        arguments: (argument_list . (_) @words .)) @split .)
  (#eq? @_len "len")
  (#eq? @_name "Fields")) @report
