; `r := bufio.NewReader(strings.NewReader(s))`: a buffer of 4 KB is filled from what is in memory. What is called on it is for the guards.
(short_var_declaration
  left: (expression_list . (identifier) @reader .)
  right: (expression_list
    . (call_expression
        function: (selector_expression field: (field_identifier) @_name)
        arguments: (argument_list
          . (call_expression
              function: (selector_expression field: (field_identifier) @_made)) @memory .)) @buffer .)
  (#eq? @_name "NewReader")
  (#any-of? @_made "NewReader" "NewBuffer" "NewBufferString")) @report

; `xml.NewDecoder(bufio.NewReader(bytes.NewReader(b)))`: the same, given to what reads from anything.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list
    . (call_expression
        function: (selector_expression field: (field_identifier) @_made)) @memory .)
  (#eq? @_name "NewReader")
  (#any-of? @_made "NewReader" "NewBuffer" "NewBufferString")) @buffer @handed @report
