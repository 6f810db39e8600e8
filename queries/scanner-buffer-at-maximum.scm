; A new buffer of this length: `scanner.Buffer(make([]byte, size), limit)`.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list
    . (call_expression
        function: (identifier) @_make
        arguments: (argument_list . (slice_type) . (_) @size .)) @buffer
    . (_) @limit .)
  (#eq? @_make "make")
  (#eq? @_name "Buffer")) @report

; A new buffer of this capacity: `scanner.Buffer(make([]byte, 0, size), limit)`.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list
    . (call_expression
        function: (identifier) @_make
        arguments: (argument_list . (slice_type) . (_) . (_) @size .)) @buffer
    . (_) @limit .)
  (#eq? @_make "make")
  (#eq? @_name "Buffer")) @report
