; `re.MatchString(string(b))`: bytes are copied for a search whose answer is no text.
(call_expression
  function: (selector_expression field: (field_identifier) @_name @method)
  arguments: (argument_list
    . (call_expression
        function: (identifier) @_string
        arguments: (argument_list . (_) @bytes .)) @copy)
  (#eq? @_string "string")
  (#any-of? @_name "MatchString" "FindStringIndex" "FindAllStringIndex" "FindStringSubmatchIndex" "FindAllStringSubmatchIndex")) @report

; `re.Match([]byte(s))`: a string is copied for the same.
(call_expression
  function: (selector_expression field: (field_identifier) @_name @method)
  arguments: (argument_list
    . (type_conversion_expression
        type: (slice_type element: (type_identifier) @_element)
        operand: (_) @text) @copy)
  (#any-of? @_element "byte" "uint8")
  (#any-of? @_name "Match" "FindIndex" "FindAllIndex" "FindSubmatchIndex" "FindAllSubmatchIndex")) @report

; `string(re.Find([]byte(s)))`: a string goes in, a string is wanted back.
(call_expression
  function: (identifier) @_string
  arguments: (argument_list
    . (call_expression
        function: (selector_expression field: (field_identifier) @_name)
        arguments: (argument_list
          . (type_conversion_expression
              type: (slice_type element: (type_identifier) @_element)
              operand: (_) @text) @copy)) @search .)
  (#eq? @_string "string")
  (#any-of? @_element "byte" "uint8")
  (#any-of? @_name "Find" "ReplaceAll" "ReplaceAllLiteral")) @report

; `[]byte(re.FindString(string(b)))`: the same with bytes.
(type_conversion_expression
  type: (slice_type element: (type_identifier) @_element)
  operand: (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list
      . (call_expression
          function: (identifier) @_string
          arguments: (argument_list . (_) @bytes .)) @copy)) @search
  (#eq? @_string "string")
  (#any-of? @_element "byte" "uint8")
  (#any-of? @_name "FindString" "ReplaceAllString" "ReplaceAllLiteralString")) @report
