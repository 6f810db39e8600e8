package splitinrange

import (
	"bytes"
	"strings"
)

// Longest is the length of the longest field.
func Longest(line string) int {
	longest := 0
	for _, field := range strings.Split(line, ",") { // want split-in-range
		longest = max(longest, len(field))
	}
	return longest
}

// Words counts words.
func Words(text string) int {
	words := 0
	for range strings.Fields(text) { // want split-in-range
		words++
	}
	return words
}

// Blank counts the lines with nothing on them.
func Blank(document []byte) int {
	blank := 0
	lines := bytes.Split(document, []byte("\n")) // want split-in-range
	for _, line := range lines {
		if len(bytes.TrimSpace(line)) == 0 {
			blank++
		}
	}
	return blank
}
