; `strings.Contains(buffer.String(), "x")`: what a buffer holds is copied to be searched.
(call_expression
  function: (selector_expression field: (field_identifier) @_look)
  arguments: (argument_list
    . (call_expression
        function: (selector_expression operand: (_) @buffer field: (field_identifier) @_text)
        arguments: (argument_list)) @text @searched
    . (_) @sought .)
  (#any-of? @_look "Contains" "ContainsAny" "ContainsRune" "ContainsFunc" "HasPrefix" "HasSuffix" "Index" "IndexAny" "IndexByte" "IndexRune" "IndexFunc" "LastIndex" "LastIndexAny" "LastIndexByte" "LastIndexFunc" "Count" "EqualFold")
  (#eq? @_text "String")) @report

; `buffer.String() == "x"`, `!=`: to be compared.
(binary_expression
  left: (call_expression
    function: (selector_expression operand: (_) @buffer field: (field_identifier) @_text)
    arguments: (argument_list)) @text @compared
  operator: ["==" "!="]
  (#eq? @_text "String")) @report

; `w.WriteString(buffer.String())`: to be written.
(call_expression
  function: (selector_expression operand: (_) @writer field: (field_identifier) @_write)
  arguments: (argument_list
    . (call_expression
        function: (selector_expression operand: (_) @buffer field: (field_identifier) @_text)
        arguments: (argument_list)) @text @written .)
  (#eq? @_write "WriteString")
  (#eq? @_text "String")) @report

; `io.WriteString(w, buffer.String())`, `fmt.Fprint(w, buffer.String())`.
(call_expression
  function: (selector_expression field: (field_identifier) @_write)
  arguments: (argument_list
    . (_) @given
    . (call_expression
        function: (selector_expression operand: (_) @buffer field: (field_identifier) @_text)
        arguments: (argument_list)) @text @handed .)
  (#any-of? @_write "WriteString" "Fprint")
  (#eq? @_text "String")) @report
