package stringofbytesthenwrite

import (
	"bufio"
	"io"
	"strings"
)

// JoinGood puts lines behind each other.
func JoinGood(lines [][]byte) string {
	var all strings.Builder
	all.Grow(64 * len(lines))
	for _, line := range lines {
		all.Write(line)
		all.WriteByte('\n')
	}
	return all.String()
}

// SendGood writes a body to whoever listens.
func SendGood(w io.Writer, body []byte) error {
	_, err := w.Write(body)
	return err
}

// LinesGood writes lines through a buffer, without the blanks around them.
func LinesGood(out *bufio.Writer, lines [][]byte) {
	for _, line := range lines {
		out.Write(line[1 : len(line)-1])
	}
}

// PrintGood writes a document.
func PrintGood(w io.Writer, document Document) {
	w.Write(document)
}

// SpellGood writes letters.
func SpellGood(out *bufio.Writer, letters []rune) {
	for _, letter := range letters {
		out.WriteRune(letter)
	}
}
