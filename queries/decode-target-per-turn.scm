; `var x T`, in a statement of its own. Where its address goes is for the guards to say.
(var_declaration
  (var_spec name: (identifier) @target type: (_) !value)) @report
