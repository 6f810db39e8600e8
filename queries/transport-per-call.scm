; A client with a transport gets a variable: `client := &http.Client{Transport: &http.Transport{...}}`.
(short_var_declaration
  left: (expression_list . (identifier) @client .)
  right: (expression_list . (_
    operand: (composite_literal
      type: (qualified_type) @client-type
      body: (literal_value (keyed_element
        key: (literal_element (identifier) @_key)
        value: (literal_element (unary_expression
          operand: (composite_literal type: (qualified_type) @transport-type)) @transport))))) .)
  (#not-match? @transport "DisableKeepAlives")
  (#eq? @_key "Transport")) @report
