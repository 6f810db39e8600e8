; `strings.NewReplacer("a", "b")`: nothing but texts that are there to read.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (_)) @pairs
  (#eq? @_name "NewReplacer")
  (#match? @pairs "^[(](\\s*(?:\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`),?)+\\s*[)]$")) @report
