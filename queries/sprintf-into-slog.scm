; `slog.Info(fmt.Sprintf(...))`: the message is formatted before slog asks whether anybody wants it.
(call_expression
  function: (selector_expression field: (field_identifier) @_level)
  arguments: (argument_list
    . (call_expression
        function: (selector_expression field: (field_identifier) @_name)
        arguments: (argument_list . (_) @format) @_values) @text)
  (#any-of? @_level "Debug" "Info" "Warn" "Error")
  (#not-match? @_values "[.][.][.]\\)$")
  (#any-of? @_name "Sprintf" "Sprint")) @report

; `slog.InfoContext(ctx, fmt.Sprintf(...))`.
(call_expression
  function: (selector_expression field: (field_identifier) @_level)
  arguments: (argument_list
    . (_)
    . (call_expression
        function: (selector_expression field: (field_identifier) @_name)
        arguments: (argument_list . (_) @format) @_values) @text)
  (#any-of? @_level "DebugContext" "InfoContext" "WarnContext" "ErrorContext")
  (#not-match? @_values "[.][.][.]\\)$")
  (#any-of? @_name "Sprintf" "Sprint")) @report
