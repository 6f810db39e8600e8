; `fmt.Sprintf("%T", v)`: the name of a type, and nothing around it.
(call_expression
  function: [
    (selector_expression field: (field_identifier) @_name)
    (identifier) @_name
  ]
  arguments: (argument_list
    . [(interpreted_string_literal) (raw_string_literal)] @_format
    . (_) @value .)
  (#eq? @_name "Sprintf")
  (#any-of? @_format "\"%T\"" "`%T`")) @report
