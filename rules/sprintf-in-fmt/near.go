package sprintfinfmt

import (
	"fmt"
	"io"
	"strings"
)

// Beside another text, or changed before: it is no value on its own.
func framed(n int) string {
	return fmt.Sprintf("<%s>", "#"+fmt.Sprintf("%03d", n)) + fmt.Sprintf("<%s>", strings.ToUpper(fmt.Sprintf("%x", n))) // want sprintf-of-integer sprintf-of-strings
}

// Made before, for two of them.
func twice(host string, port int) string {
	address := fmt.Sprintf("%s:%d", host, port) // want sprintf-of-strings
	return fmt.Sprintf("from %s to %s", address, address)
}

// Values of something that formats nothing.
func joined(a, b int) string {
	return strings.Join([]string{fmt.Sprintf("%03d", a), fmt.Sprintf("%03d", b)}, ",")
}

// A format and values that are not there to read.
func given(format string, values []any) error {
	return fmt.Errorf("cannot go on: %s", fmt.Sprintf(format, values...)) // want error-formatted-per-call
}

type printer struct{}

func (printer) Sprintf(format string, values ...any) string { return format }

// Something else of the same name.
func shadowed(n int) string {
	fmt := printer{}
	return fmt.Sprintf("%s", fmt.Sprintf("%d", n))
}

// The text as a whole is padded, quoted, or turned into digits.
func whole(done, all int, value any) string {
	columns := fmt.Sprintf("%-20s|%8s", fmt.Sprintf("%d of %d", done, all), fmt.Sprintf("%.1f%%", float64(done)))
	return columns + fmt.Sprintf("%q = %x", fmt.Sprint(value), fmt.Sprintf("%v", value))
}

// The format is elsewhere.
func row(w io.Writer, format string, done, all int) {
	fmt.Fprintf(w, format, "done", fmt.Sprintf("%d of %d", done, all))
}
