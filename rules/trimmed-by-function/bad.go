package trimmedbyfunction

import (
	"bytes"
	"strings"
	"unicode"
)

// Width is how long lines are without blanks around them.
func Width(lines []string) (width int) {
	for _, line := range lines {
		width += len(strings.TrimFunc(line, unicode.IsSpace)) // want trimmed-by-function
	}
	return width
}

// Bytes is the same of bytes.
func Bytes(lines [][]byte) (width int) {
	for _, line := range lines {
		width += len(bytes.TrimFunc(line, unicode.IsSpace)) // want trimmed-by-function
	}
	return width
}
