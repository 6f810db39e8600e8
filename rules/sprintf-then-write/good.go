package sprintfthenwrite

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
)

// TableGood lists the scores.
func TableGood(scores []Score) string {
	var table strings.Builder
	table.Grow(len(scores) * 32)
	for _, score := range scores {
		fmt.Fprintf(&table, "%s: %d\n", score.Name, score.Points) // want boxing-in-loop
	}
	return table.String()
}

// SendGood writes the scores to whoever listens.
func SendGood(w io.Writer, scores []Score) error {
	for _, score := range scores {
		if _, err := fmt.Fprintf(w, "%s=%d;", score.Name, score.Points); err != nil { // want boxing-in-loop
			return err
		}
	}
	return nil
}

// LogGood writes one line for each score.
func LogGood(out *bufio.Writer, scores []Score) {
	for _, score := range scores {
		fmt.Fprintln(out, score.Name, score.Points) // want boxing-in-loop
	}
}

// HeaderGood writes what stands above a page.
func HeaderGood(w io.Writer, title string, page int) {
	fmt.Fprintf(w, "<h1>%s</h1>\n", title)
	fmt.Fprintf(w, "<p>page %d</p>\n", page)
}

// JoinGood puts the values behind each other.
func JoinGood(values []any) []byte {
	buffer := new(bytes.Buffer)
	buffer.Grow(16 * len(values))
	for _, value := range values {
		fmt.Fprint(buffer, value)
	}
	return buffer.Bytes()
}
