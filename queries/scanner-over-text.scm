; A scanner over a text gets a variable.
(short_var_declaration
  left: (expression_list . (identifier) @scanner .)
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (call_expression
      function: (selector_expression)
      arguments: (argument_list . (_) @text .)) @reader .)) @new .)
  (#eq? @_name "NewScanner")) @report
