; A call of a function or method that may take interfaces. Which arguments are boxed, if any, is for the guards to say: the
; names only wake the rule. What goes to standard error is read by people, and rare.
(call_expression
  function: (selector_expression
    field: (field_identifier) @_name)
  arguments: (argument_list) @_arguments
  (#not-match? @_arguments "^\\(\\s*os\\.Stderr")
  (#any-of? @_name
    "Fprintf" "Fprintln" "Fprint" "Appendf" "Printf" "Println" "Errorf"
    "PushBack" "PushFront" "Push" "Store" "LoadOrStore" "WithValue" "ExecContext" "Exec" "Emit" "Publish" "Enqueue")) @report
