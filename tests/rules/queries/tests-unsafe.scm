; unsafe.Pointer(p)
(call_expression function: (selector_expression)) @report
