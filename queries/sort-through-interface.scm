; A slice of strings or numbers is sorted: `sort.Sort(sort.StringSlice(names))`.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (call_expression
    function: (selector_expression field: (field_identifier) @_kind)
    arguments: (argument_list . (_) @inner .)) @sorted .)
  (#any-of? @_kind "StringSlice" "IntSlice" "Float64Slice")
  (#any-of? @_name "Sort" "Stable")) @report

; A slice is sorted in reverse: `sort.Sort(sort.Reverse(sort.IntSlice(numbers)))`.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (call_expression
    function: (selector_expression field: (field_identifier) @_reverse)
    arguments: (argument_list . (_) @sorted .)) .)
  (#eq? @_reverse "Reverse")
  (#any-of? @_name "Sort" "Stable")) @report

; Something is sorted that is a sort.Interface itself.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (_) @sorted .)
  (#not-match? @sorted "Reverse\\(|(String|Int|Float64)Slice\\(")
  (#any-of? @_name "Sort" "Stable")) @report
