package sprintfoftype

import (
	"fmt"
	"io"
)

// Words around it, several values, a writer.
func around(w io.Writer, event Event) string {
	fmt.Fprintf(w, "%T", event)
	return fmt.Sprintf("event %T", event) + fmt.Sprintf("%T%T", event, event) + fmt.Sprintf("%-20T", event)
}

// A program does it once.
var name = fmt.Sprintf("%T", Login{})

type printer struct{}

func (printer) Sprintf(format string, value any) string { return format }

// Something else of the same name.
func shadowed(event Event) string {
	fmt := printer{}
	return fmt.Sprintf("%T", event) + name
}
