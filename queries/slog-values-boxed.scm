; `slog.Info("message", "key", value)`: values through interfaces.
(call_expression
  function: (selector_expression field: (field_identifier) @_level)
  arguments: (argument_list . (_) . (_) . (_))
  (#any-of? @_level "Debug" "Info" "Warn" "Error" "DebugContext" "InfoContext" "WarnContext" "ErrorContext")) @report

; `slog.Info("message", slog.Int("key", value))`: a whole attribute through an interface.
(call_expression
  function: (selector_expression field: (field_identifier) @_level)
  arguments: (argument_list . (_) . (call_expression) .)
  (#any-of? @_level "Debug" "Info" "Warn" "Error")) @report
