; A call of a function or a method: which, the guards say.
(call_expression function: (selector_expression)) @report
