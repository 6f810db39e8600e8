; `strings.ToLower(a) == strings.ToLower(b)`, `!=`, and the same with ToUpper.
(binary_expression
  left: (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (_) @first .)) @lowered
  operator: ["==" @equal "!=" @unequal]
  right: (call_expression
    function: (selector_expression field: (field_identifier) @_other)
    arguments: (argument_list . (_) @second .)) @lowered
  (#any-of? @_name "ToLower" "ToUpper")
  (#eq? @_other @_name)) @report

; `strings.ToLower(a) == "chunked"`: compared with a text that is in small letters.
(binary_expression
  left: (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (_) @first .)) @lowered
  operator: ["==" @equal "!=" @unequal]
  right: [(interpreted_string_literal) (raw_string_literal)] @second
  (#eq? @_name "ToLower")
  (#match? @second "^[^A-Z]+$")) @report

; `strings.ToUpper(a) == "GET"`: and in capitals.
(binary_expression
  left: (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (_) @first .)) @lowered
  operator: ["==" @equal "!=" @unequal]
  right: [(interpreted_string_literal) (raw_string_literal)] @second
  (#eq? @_name "ToUpper")
  (#match? @second "^[^a-z]+$")) @report

; `strings.HasPrefix(strings.ToLower(a), "bearer ")` and HasSuffix.
(call_expression
  function: (selector_expression field: (field_identifier) @_has)
  arguments: (argument_list
    . (call_expression
        function: (selector_expression field: (field_identifier) @_name)
        arguments: (argument_list . (_) @first .)) @lowered
    . [(interpreted_string_literal) (raw_string_literal)] @second .)
  (#any-of? @_has "HasPrefix" "HasSuffix")
  (#any-of? @_name "ToLower" "ToUpper")) @report

; `bytes.Equal(bytes.ToLower(a), bytes.ToLower(b))`.
(call_expression
  function: (selector_expression field: (field_identifier) @_equal)
  arguments: (argument_list
    . (call_expression
        function: (selector_expression field: (field_identifier) @_name)
        arguments: (argument_list . (_) @first .)) @lowered
    . (call_expression
        function: (selector_expression field: (field_identifier) @_other)
        arguments: (argument_list . (_) @second .)) @lowered .)
  (#eq? @_equal "Equal")
  (#any-of? @_name "ToLower" "ToUpper")
  (#eq? @_other @_name)) @report
