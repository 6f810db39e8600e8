; `c := make(chan T)`. What is done with the channel, the guard asks.
(short_var_declaration
  left: (expression_list . (identifier) @channel .)
  right: (expression_list
    . (call_expression
        function: (identifier) @_make
        arguments: (argument_list . (channel_type) .) @type) @make .)
  (#eq? @_make "make")) @report
