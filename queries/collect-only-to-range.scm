; `for _, v := range slices.Collect(sequence)`: the slice has no name, so nothing else uses it, and its index has none either.
(for_statement
  . (range_clause
      left: (expression_list . (identifier) @_index . (identifier) @value .)
      right: (call_expression
        function: (selector_expression field: (field_identifier) @_collect)
        arguments: (argument_list . (_) @sequence .)) @collected) @header
  (#eq? @_index "_")
  (#eq? @_collect "Collect")) @report
