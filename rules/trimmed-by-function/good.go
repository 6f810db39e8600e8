package trimmedbyfunction

import (
	"bytes"
	"strings"
)

// WidthGood is how long lines are without blanks around them.
func WidthGood(lines []string) (width int) {
	for _, line := range lines {
		width += len(strings.TrimSpace(line))
	}
	return width
}

// BytesGood is the same of bytes.
func BytesGood(lines [][]byte) (width int) {
	for _, line := range lines {
		width += len(bytes.TrimSpace(line))
	}
	return width
}
