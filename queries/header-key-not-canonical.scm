; A method of a header, or of something else, gets a name that is not canonical: a small letter at the beginning or after a
; hyphen, or a capital inside a word. The names that Go knows in every form are left out.
(call_expression
  function: (selector_expression field: (field_identifier) @_name)
  arguments: (argument_list . (interpreted_string_literal) @key)
  (#any-of? @_name "Get" "Set" "Add" "Del" "Values")
  (#match? @key "^\"[A-Za-z0-9!#$%&'*+.^_`|~-]+\"$")
  (#match? @key "^\"[a-z]|-[a-z]|[A-Za-z0-9!#$%&'*+.^_`|~][A-Z]")
  (#not-match? @key "^\"(?i:accept|accept-charset|accept-encoding|accept-language|accept-ranges|cache-control|cc|connection|content-id|content-language|content-length|content-transfer-encoding|content-type|cookie|date|dkim-signature|etag|expires|from|host|if-modified-since|if-none-match|in-reply-to|last-modified|location|message-id|mime-version|pragma|received|return-path|server|set-cookie|subject|to|user-agent|via|x-forwarded-for|x-imforwards|x-powered-by)\"$")) @report
