package builderforbytes

import (
	"bytes"
	"strings"
)

// A string is wanted.
func text(rows []string) string {
	var all strings.Builder
	all.WriteString(strings.Join(rows, "\n"))
	return all.String()
}

// The builder is the caller's.
func given(all *strings.Builder) []byte { return []byte(all.String()) }

// A buffer is another rule's matter.
func buffered(all *bytes.Buffer) []byte { return []byte(all.String()) } // want bytes-string-round-trip

// The compiler makes no copy of bytes that are only looped over.
func sum(rows []string) int {
	var all strings.Builder
	all.WriteString(strings.Join(rows, "\n"))
	sum := 0
	for _, b := range []byte(all.String()) {
		sum += int(b)
	}
	return sum
}

// Who fills it takes a builder and nothing else.
func filled(rows []string) []byte {
	var all strings.Builder
	fill(&all, rows)
	return []byte(all.String())
}

func fill(all *strings.Builder, rows []string) {
	for _, row := range rows {
		all.WriteString(row)
	}
}
