; `fmt.Sprintf("%.2f", x)`, or another verb of a float, without a width.
(call_expression
  function: [
    (selector_expression field: (field_identifier) @_name)
    (identifier) @_name
  ]
  arguments: (argument_list
    . [(interpreted_string_literal) (raw_string_literal)] @format
    . (_) @value .)
  (#eq? @_name "Sprintf")
  (#any-of? @format "\"%v\"" "`%v`" "\"%g\"" "`%g`" "\"%f\"" "`%f`" "\"%e\"" "`%e`" "\"%.0f\"" "`%.0f`" "\"%.1f\"" "`%.1f`" "\"%.2f\"" "`%.2f`" "\"%.3f\"" "`%.3f`" "\"%.4f\"" "`%.4f`" "\"%.5f\"" "`%.5f`" "\"%.6f\"" "`%.6f`")) @report

; `fmt.Sprint(x)`.
(call_expression
  function: [
    (selector_expression field: (field_identifier) @_name)
    (identifier) @_name
  ]
  arguments: (argument_list . (_) @value .)
  (#eq? @_name "Sprint")) @report
