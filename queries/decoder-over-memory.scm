; One document is decoded from a reader over memory, by a decoder that nobody else knows.
(call_expression
  function: (selector_expression
    operand: (call_expression
      function: (selector_expression field: (field_identifier) @_new)
      arguments: (argument_list . (call_expression
        function: (selector_expression)
        arguments: (argument_list . (_) @data .)) @reader .)) @decoder
    field: (field_identifier) @_decode)
  arguments: (argument_list . (_) @target .)
  (#eq? @_new "NewDecoder")
  (#eq? @_decode "Decode")) @report
