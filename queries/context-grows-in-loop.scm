; A context gets one that derives from it, by an assignment and not by a declaration.
(assignment_statement
  left: (expression_list . (identifier) @target .)
  operator: "=" @assign
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (identifier) @_parent)) @with .)
  (#match? @_name "^With")
  (#eq? @_parent @target)) @report

; The same with a function that cancels it.
(assignment_statement
  left: (expression_list . (identifier) @target . (_))
  operator: "="
  right: (expression_list . (call_expression
    function: (selector_expression field: (field_identifier) @_name)
    arguments: (argument_list . (identifier) @_parent)) @with .)
  (#match? @_name "^With")
  (#eq? @_parent @target)) @report
