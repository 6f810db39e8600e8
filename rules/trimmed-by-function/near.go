package trimmedbyfunction

import (
	"strings"
	"unicode"
)

// Another function, one end alone.
func others(line string) string {
	line = strings.TrimFunc(line, unicode.IsDigit)
	line = strings.TrimLeftFunc(line, unicode.IsSpace)
	return strings.TrimSpace(line)
}

type strange struct{}

func (strange) TrimFunc(text string, cut func(rune) bool) string { return text }

// Shadowed.
func shadowed(line string) string {
	strings := strange{}
	return strings.TrimFunc(line, unicode.IsSpace)
}
