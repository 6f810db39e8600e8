; `strings.Contains(string(b), ...)`: a question about bytes, asked of a copy of them. Whether what is searched for exists as
; bytes too is for the guards.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list
    . (call_expression
        function: (identifier) @_string
        arguments: (argument_list . (_) @bytes .)) @copy
    . [
        (interpreted_string_literal) (raw_string_literal) (rune_literal) (identifier) (selector_expression)
        (call_expression function: (identifier) @_second) @sought
      ] @argument .)
  (#eq? @_string "string")
  (#any-of? @_name "Contains" "ContainsAny" "ContainsRune" "ContainsFunc" "HasPrefix" "HasSuffix" "Index" "IndexAny" "IndexByte"
    "IndexRune" "IndexFunc" "LastIndex" "LastIndexAny" "LastIndexByte" "LastIndexFunc" "Count" "EqualFold" "Compare")) @report

; `utf8.RuneCountInString(string(b))`: with one argument.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list
    . (call_expression
        function: (identifier) @_string
        arguments: (argument_list . (_) @bytes .)) @copy .)
  (#eq? @_string "string")
  (#any-of? @_name "RuneCountInString" "ValidString" "DecodeRuneInString" "DecodeLastRuneInString" "FullRuneInString")) @report

; `bytes.Index([]byte(s), ...)`: the other way round. Only for functions for which the compiler makes a copy.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list
    . (type_conversion_expression
        type: (slice_type element: (type_identifier) @_element)
        operand: (_) @text) @copy
    . (_) @wanted .)
  (#any-of? @_element "byte" "uint8")
  (#any-of? @_name "Contains" "ContainsAny" "ContainsRune" "Index" "IndexAny" "IndexByte" "IndexRune" "Count" "Compare")) @report

; `strings.TrimSpace(string(b)) == "ok"`: the text is trimmed only to be compared, for which no string is needed.
(binary_expression
  left: (call_expression
    function: (selector_expression field: (field_identifier) @_trim)
    arguments: (argument_list
      . (call_expression
          function: (identifier) @_string
          arguments: (argument_list . (_) @bytes .)) @copy)) @trimmed
  operator: ["==" "!="]
  (#eq? @_string "string")
  (#any-of? @_trim "TrimSpace" "Trim" "TrimRight" "TrimLeft")) @report

; `maphash.String(seed, string(b))`: a hash of bytes, made of a copy of them.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list
    . (_) @seed
    . (call_expression
        function: (identifier) @_string
        arguments: (argument_list . (_) @bytes .)) @copy .)
  (#eq? @_string "string")
  (#eq? @_name "String")) @report

; `maphash.Bytes(seed, []byte(s))`: the other way round.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list
    . (_) @seed
    . (type_conversion_expression
        type: (slice_type element: (type_identifier) @_element)
        operand: (_) @text) @copy .)
  (#any-of? @_element "byte" "uint8")
  (#eq? @_name "Bytes")) @report
