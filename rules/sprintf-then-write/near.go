package sprintfthenwrite

import (
	"fmt"
	"io"
	"strings"
)

// The text is used twice.
func kept(w io.Writer, names []string) []string {
	lines := make([]string, 0, len(names))
	for i, name := range names {
		line := fmt.Sprintf("%d: %s\n", i, name) // want sprintf-of-strings
		io.WriteString(w, line)
		lines = append(lines, line)
	}
	return lines
}

// Something stands around it, or it is changed before it is written.
func framed(w io.Writer, n int) {
	io.WriteString(w, "<"+fmt.Sprintf("%03d", n)+">")
	io.WriteString(w, strings.ToUpper(fmt.Sprintf("%x\n", n)))
}

// It is written by fmt already.
func written(w io.Writer, name string, n int) {
	fmt.Fprintf(w, "%s: %d\n", name, n)
}

// journal keeps what it is given.
type journal struct{ lines []string }

// WriteString has the name of a writer's method, but is one of our own: there is no Write for fmt to use.
func (j *journal) WriteString(line string) { j.lines = append(j.lines, line) }

func noted(j *journal, n int) { j.WriteString(fmt.Sprintf("line %d", n)) }

type printer struct{}

func (printer) Sprintf(format string, n int) string { return format[:n] }

// Something else of the same name.
func shadowed(w io.Writer, n int) {
	fmt := printer{}
	io.WriteString(w, fmt.Sprintf("%d", n))
}

// A string may be written where bytes may not: there is no Write behind this interface.
func sent(w io.StringWriter, n int) { w.WriteString(fmt.Sprintf("%d items\n", n)) }

// The Builder stays on the stack as long as only its methods are called: for fmt it would move to the heap, one object for
// another. Without a profile nothing is said of it.
func title(name string, page int) string {
	var line strings.Builder
	line.WriteString("== ")
	line.WriteString(fmt.Sprintf("%s (page %d)", name, page))
	line.WriteString(" ==")
	return line.String()
}
