; A hash gets a variable. The guards ask which, and what is done with it.
(short_var_declaration
  left: (expression_list . (identifier) @hash .)
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list) @_none) @new .)
  (#any-of? @_name "New" "New224" "New384")
  (#eq? @_none "()")) @report
