package stringofbytesthenwrite

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Join puts lines behind each other.
func Join(lines [][]byte) string {
	var all strings.Builder
	all.Grow(64 * len(lines))
	for _, line := range lines {
		all.WriteString(string(line)) // want string-of-bytes-then-write
		all.WriteByte('\n')
	}
	return all.String()
}

// Send writes a body to whoever listens.
func Send(w io.Writer, body []byte) error {
	_, err := io.WriteString(w, string(body)) // want string-of-bytes-then-write
	return err
}

// Lines writes lines through a buffer, without the blanks around them.
func Lines(out *bufio.Writer, lines [][]byte) {
	for _, line := range lines {
		out.WriteString(string(line[1 : len(line)-1])) // want string-of-bytes-then-write
	}
}

// Document is text in bytes.
type Document []byte

// Print writes a document.
func Print(w io.Writer, document Document) {
	fmt.Fprint(w, string(document)) // want string-of-bytes-then-write
}

// Spell writes letters.
func Spell(out *bufio.Writer, letters []rune) {
	for _, letter := range letters {
		out.WriteString(string(letter)) // want string-of-bytes-then-write
	}
}
