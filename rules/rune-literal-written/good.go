package runeliteralwritten

import (
	"bufio"
	"strings"
)

// JoinGood puts names below each other.
func JoinGood(names []string) string {
	var list strings.Builder
	list.Grow(16 * len(names))
	for _, name := range names {
		list.WriteString(name)
		list.WriteByte('\n')
	}
	return list.String()
}

// RulersGood draws lines.
func RulersGood(out *bufio.Writer, lines, columns int) {
	for range lines {
		for range columns {
			out.WriteByte('-')
		}
		out.WriteByte('|')
	}
}
