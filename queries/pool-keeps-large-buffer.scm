; `pool.Put(x)`: whose Put it is, and what was done with x before, the guards ask.
(call_expression
  function: (selector_expression field: (field_identifier) @_put)
  arguments: (argument_list . (identifier) @buffer .)
  (#eq? @_put "Put")) @report
