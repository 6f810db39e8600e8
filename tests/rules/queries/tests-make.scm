; make(T, ...)
(call_expression
  function: (identifier) @_make
  arguments: (argument_list . (_) @type)
  (#eq? @_make "make")) @report
