; A variable gets the text of a scanner.
(short_var_declaration
  left: (expression_list . (identifier) @line .)
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list)) @text .)
  (#eq? @_name "Text")) @report

; The text of a scanner is written or matched where it stands.
(call_expression
  function: (selector_expression operand: (_) @on field: (field_identifier) @_method)
  arguments: (argument_list . (call_expression
    function: (selector_expression operand: (_) @scanner field: (field_identifier) @_name)
    arguments: (argument_list) @_none) @text @direct .)
  (#any-of? @_method "WriteString" "MatchString")
  (#not-match? @on "^io$")
  (#eq? @_none "()")
  (#eq? @_name "Text")) @report

; The text of a scanner is looked at where it stands.
(call_expression
  function: (selector_expression field: (field_identifier) @_function)
  arguments: (argument_list (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list) @_none) @text @direct)
  (#not-any-of? @_function "WriteString" "MatchString")
  (#eq? @_none "()")
  (#eq? @_name "Text")) @report

; The text of a scanner is given to io.WriteString.
(call_expression
  function: (selector_expression operand: (identifier) @_io field: (field_identifier) @_function)
  arguments: (argument_list . (_) . (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list) @_none) @text @direct .)
  (#eq? @_io "io")
  (#eq? @_function "WriteString")
  (#eq? @_none "()")
  (#eq? @_name "Text")) @report
