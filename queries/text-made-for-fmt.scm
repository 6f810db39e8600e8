; `fmt.Sprintf("... %s ...", string(b))`: bytes are copied into a string to be formatted.
(call_expression
  function: (identifier) @_string
  arguments: (argument_list . (_) @bytes .)
  (#eq? @_string "string")) @report @conversion

; `fmt.Errorf("...: %s", err.Error())`, `fmt.Sprintf("... %s ...", buffer.String())`: texts that fmt asks for by itself, or as bytes.
(call_expression
  function: (selector_expression operand: (_) @value field: (field_identifier) @_method)
  arguments: (argument_list)
  (#any-of? @_method "Error" "String")) @report @call

; `fmt.Sprintf("... %s ...", hex.EncodeToString(b))`, `strconv.Itoa(n)`: texts for which there is a verb.
(call_expression
  function: (selector_expression field: (field_identifier) @_function)
  arguments: (argument_list . (_) @value .)
  (#any-of? @_function "EncodeToString" "Itoa" "Quote")) @report @made
