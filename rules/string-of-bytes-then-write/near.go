package stringofbytesthenwrite

import (
	"fmt"
	"io"
	"strings"
)

// A rune's or a number's text is no copy of bytes.
func letters(out *strings.Builder, letter rune, digit byte) {
	out.WriteString(string(letter))
	out.WriteString(string(rune(digit)))
}

// Runes must be encoded.
func runes(out *strings.Builder, text []rune) { out.WriteString(string(text)) }

// A string of another type.
type label string

func named(w io.Writer, name label) { io.WriteString(w, string(name)) }

// The text is used twice.
func kept(w io.Writer, line []byte) string {
	text := string(line)
	io.WriteString(w, text)
	return text
}

// There is no Write behind this interface.
func stringsOnly(w io.StringWriter, line []byte) { w.WriteString(string(line)) }

// journal keeps what it is given.
type journal struct{ lines []string }

func (j *journal) WriteString(line string) { j.lines = append(j.lines, line) }

func noted(j *journal, line []byte) { j.WriteString(string(line)) }

// Several values: fmt puts blanks between some of them.
func several(w io.Writer, line []byte, n int) { fmt.Fprint(w, string(line), n) }

// A function with the name of a type.
func spelled(w io.Writer, line []byte) {
	string := func(b []byte) string { return fmt.Sprintf("%q", b) }
	io.WriteString(w, string(line))
}
