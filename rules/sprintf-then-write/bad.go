package sprintfthenwrite

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
)

// Score is a line of a table.
type Score struct {
	Name   string
	Points int
}

// Table lists the scores.
func Table(scores []Score) string {
	var table strings.Builder
	table.Grow(len(scores) * 32)
	for _, score := range scores {
		table.WriteString(fmt.Sprintf("%s: %d\n", score.Name, score.Points)) // want sprintf-then-write
	}
	return table.String()
}

// Send writes the scores to whoever listens.
func Send(w io.Writer, scores []Score) error {
	for _, score := range scores {
		if _, err := w.Write([]byte(fmt.Sprintf("%s=%d;", score.Name, score.Points))); err != nil { // want sprintf-then-write
			return err
		}
	}
	return nil
}

// Log writes one line for each score.
func Log(out *bufio.Writer, scores []Score) {
	for _, score := range scores {
		out.WriteString(fmt.Sprintln(score.Name, score.Points)) // want sprintf-then-write
	}
}

// Header writes what stands above a page.
func Header(w io.Writer, title string, page int) {
	io.WriteString(w, fmt.Sprintf("<h1>%s</h1>\n", title)) // want sprintf-then-write
	fmt.Fprint(w, fmt.Sprintf("<p>page %d</p>\n", page))   // want sprintf-then-write
}

// Join puts the values behind each other.
func Join(values []any) []byte {
	buffer := new(bytes.Buffer)
	buffer.Grow(16 * len(values))
	for _, value := range values {
		buffer.WriteString(fmt.Sprint(value)) // want sprintf-then-write
	}
	return buffer.Bytes()
}
