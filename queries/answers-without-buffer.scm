; A channel is made without a buffer.
(short_var_declaration
  left: (expression_list . (identifier) @channel .)
  right: (expression_list . (call_expression
    function: (identifier) @_make
    arguments: (argument_list . (channel_type value: (_) @value) .)) @made .)
  (#eq? @_make "make")) @report
