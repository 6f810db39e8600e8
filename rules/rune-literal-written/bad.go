package runeliteralwritten

import (
	"bufio"
	"strings"
)

// Join puts names below each other.
func Join(names []string) string {
	var list strings.Builder
	list.Grow(16 * len(names))
	for _, name := range names {
		list.WriteString(name)
		list.WriteRune('\n') // want rune-literal-written
	}
	return list.String()
}

// Rulers draws lines.
func Rulers(out *bufio.Writer, lines, columns int) {
	for range lines {
		for range columns {
			out.WriteRune('-') // want rune-literal-written
		}
		out.WriteRune('|') // want rune-literal-written
	}
}
