; `log.Print(fmt.Sprintf(...))`: a text is formatted for something that formats itself.
(call_expression
  function: (selector_expression operand: (_) @logger field: (field_identifier) @_print)
  arguments: (argument_list
    . (call_expression
        function: (selector_expression field: (field_identifier) @_name)
        arguments: (argument_list . (_) @format) @values) @text .)
  (#any-of? @_print "Print" "Println" "Fatal" "Fatalln" "Panic" "Panicln" "Log" "Error" "Skip")
  (#any-of? @_name "Sprintf" "Sprint" "Sprintln")) @report
