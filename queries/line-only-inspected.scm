; A variable gets the text of a scanner.
(short_var_declaration
  left: (expression_list . (identifier) @line .)
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list)) @text .)
  (#eq? @_name "Text")) @report

; The text of a scanner is looked at where it stands.
(call_expression
  function: (selector_expression)
  arguments: (argument_list (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list) @_none) @text @direct)
  (#eq? @_none "()")
  (#eq? @_name "Text")) @report
