; `strings.ToLower(word)`, `strconv.Itoa(n)` and so on, for which a guard asks whether the loop changes what
; they are given.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (_)) @arguments
  (#any-of? @_name "ToLower" "ToUpper" "ReplaceAll" "Split" "SplitN" "Fields" "Itoa" "FormatInt" "Quote")) @report
