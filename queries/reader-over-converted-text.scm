; `strings.NewReader(string(b))`: bytes are copied to be read.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list
    . (call_expression
        function: (identifier) @_string
        arguments: (argument_list . (_) @bytes .)) @copy .)
  (#eq? @_string "string")
  (#eq? @_name "NewReader")) @report

; `bytes.NewReader([]byte(s))`: a string is copied to be read.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list
    . (type_conversion_expression
        type: (slice_type element: (type_identifier) @_element)
        operand: (_) @text) @copy .)
  (#any-of? @_element "byte" "uint8")
  (#not-any-of? @text "\"\"" "``")
  (#eq? @_name "NewReader")) @report

; `strings.NewReader(buffer.String())`: what a buffer holds is copied to be read.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list
    . (call_expression
        function: (selector_expression operand: (_) @buffer field: (field_identifier) @_method)
        arguments: (argument_list)) @copy @held .)
  (#eq? @_method "String")
  (#eq? @_name "NewReader")) @report

; `bytes.NewBufferString(string(b))`: bytes are copied twice to be read and added to.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list
    . (call_expression
        function: (identifier) @_string
        arguments: (argument_list . (_) @bytes .)) @copy @into_buffer .)
  (#eq? @_string "string")
  (#eq? @_name "NewBufferString")) @report
