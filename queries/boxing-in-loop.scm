; A call of a function or method that may take interfaces. Which arguments are boxed, if any, is for the guards to say: the
; names only wake the rule. What goes to a standard stream is read by people, and
; the write costs more than the box.
(call_expression
  function: (selector_expression
    field: (field_identifier) @_name)
  arguments: (argument_list) @_arguments
  (#not-match? @_arguments "^\\(\\s*os\\.Std")
  (#not-match? @_arguments "^\\([^,]*,\\s*[\"`][^\"`]*%[-+# 0]*[1-9*]")
  (#any-of? @_name
    "Fprintf" "Fprintln" "Fprint" "Appendf"
    "PushBack" "PushFront" "Push" "Emit" "Publish" "Enqueue")) @report

; The same with a format that pads to a width (`%-20s`): nothing but fmt does that.
(call_expression
  function: (selector_expression
    field: (field_identifier) @_name)
  arguments: (argument_list
    . (_)
    . [(interpreted_string_literal) (raw_string_literal)] @padded)
  (#any-of? @_name "Fprintf" "Appendf")
  (#match? @padded "%[-+# 0]*[1-9*]")) @report

; Loggers, printers, queries to databases, contexts, sync.Map and atomic.Value take interfaces and nothing else, and most of what
; they do costs more than the box.
(call_expression
  function: (selector_expression
    field: (field_identifier) @_name @taker)
  arguments: (argument_list)
  (#any-of? @_name "Printf" "Println" "Errorf" "WithValue" "ExecContext" "Exec" "Store" "LoadOrStore")) @report
