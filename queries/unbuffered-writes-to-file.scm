; A method of a file writes: `file.WriteString(x)`.
(call_expression
  function: (selector_expression
    operand: (identifier) @file
    field: (field_identifier) @_name)
  (#eq? @_name "WriteString")) @report @method

; A function writes to it: `fmt.Fprintf(file, ...)`.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (identifier) @file)
  (#any-of? @_name "Fprintf" "Fprintln" "Fprint" "WriteString")) @report @function
