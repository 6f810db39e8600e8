; `strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(s, "&", "+"), ...), ...)`: three single bytes after each other.
(call_expression
  function: (selector_expression field: (field_identifier) @_f1)
  arguments: (argument_list
    . (call_expression
        function: (selector_expression field: (field_identifier) @_f2)
        arguments: (argument_list
          . (call_expression
              function: (selector_expression field: (field_identifier) @_f3)
              arguments: (argument_list
                . (_) @text
                . (interpreted_string_literal) @_old3
                . (interpreted_string_literal) @_new3 .)) @innermost
          . (interpreted_string_literal) @_old2
          . (interpreted_string_literal) @_new2 .))
    . (interpreted_string_literal) @_old1
    . (interpreted_string_literal) @_new1 .)
  (#eq? @_f1 "ReplaceAll")
  (#match? @_old1 "^\"([^\\\\]|\\\\.)\"$")
  (#eq? @_f2 "ReplaceAll")
  (#match? @_old2 "^\"([^\\\\]|\\\\.)\"$")
  (#eq? @_f3 "ReplaceAll")
  (#match? @_old3 "^\"([^\\\\]|\\\\.)\"$")) @report @last

; `s = strings.ReplaceAll(s, "&", "+")`, three times below each other.
(statement_list
  (assignment_statement
    left: (expression_list . (identifier) @_target1 .)
    right: (expression_list . (call_expression
      function: (selector_expression field: (field_identifier) @_f1)
      arguments: (argument_list
        . (identifier) @_from1
        . (interpreted_string_literal) @_old1
        . (interpreted_string_literal) @_new1 .)) @innermost .))
  . (assignment_statement
    left: (expression_list . (identifier) @_target2 .)
    right: (expression_list . (call_expression
      function: (selector_expression field: (field_identifier) @_f2)
      arguments: (argument_list
        . (identifier) @_from2
        . (interpreted_string_literal) @_old2
        . (interpreted_string_literal) @_new2 .)) @second .))
  . (assignment_statement
    left: (expression_list . (identifier) @_target3 .)
    right: (expression_list . (call_expression
      function: (selector_expression field: (field_identifier) @_f3)
      arguments: (argument_list
        . (identifier) @_from3
        . (interpreted_string_literal) @_old3
        . (interpreted_string_literal) @_new3 .)) @last .))
  (#eq? @_f1 "ReplaceAll")
  (#match? @_old1 "^\"([^\\\\]|\\\\.)\"$")
  (#eq? @_from1 @_target1)
  (#eq? @_f2 "ReplaceAll")
  (#match? @_old2 "^\"([^\\\\]|\\\\.)\"$")
  (#eq? @_from2 @_target2)
  (#eq? @_f3 "ReplaceAll")
  (#match? @_old3 "^\"([^\\\\]|\\\\.)\"$")
  (#eq? @_from3 @_target3)
  (#eq? @_target2 @_target1)
  (#eq? @_target3 @_target1)) @report
