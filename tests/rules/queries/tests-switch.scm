; A type switch on a variable.
(type_switch_statement value: (identifier) @value) @report
