; `slices.Collect(maps.Keys(m))` and its kin: a slice of what a map holds, from a sequence that hides its length.
(call_expression
  function: (selector_expression field: (field_identifier) @_collect)
  arguments: (argument_list
    . (call_expression
        function: (selector_expression field: (field_identifier) @_all)
        arguments: (argument_list . (_) @map .)) @sequence .)
  (#any-of? @_collect "Collect" "Sorted")
  (#any-of? @_all "Keys" "Values")) @report
