; `fmt.Sprintf("%s", b)`, for which a guard asks whether b is bytes.
(call_expression
  function: [
    (selector_expression field: (field_identifier) @_name)
    (identifier) @_name
  ]
  arguments: (argument_list
    . [(interpreted_string_literal) (raw_string_literal)] @text_format
    . (_) @bytes .)
  (#eq? @_name "Sprintf")
  (#any-of? @text_format "\"%s\"" "`%s`")) @report

; `fmt.Sprintf("%x", b)`: bytes in hexadecimal digits.
(call_expression
  function: [
    (selector_expression field: (field_identifier) @_name)
    (identifier) @_name
  ]
  arguments: (argument_list
    . [(interpreted_string_literal) (raw_string_literal)] @hex_format
    . (_) @hex .)
  (#eq? @_name "Sprintf")
  (#any-of? @hex_format "\"%x\"" "`%x`")) @report
