; A value is read from a reader that is made for it.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list
    . (call_expression
        function: (selector_expression)
        arguments: (argument_list . (_) @data .)) @reader
    . (_) . (_) .)
  (#eq? @_name "Read")) @report
