; A cipher is made from a variable: a key, or a block cipher.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (identifier) @key .)
  (#any-of? @_name "NewCipher" "NewTripleDESCipher" "NewGCM")) @report
