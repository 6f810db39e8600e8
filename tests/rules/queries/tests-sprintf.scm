; fmt.Sprintf(...)
(call_expression function: (selector_expression)) @report
