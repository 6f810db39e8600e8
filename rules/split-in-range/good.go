//go:build go1.24

package splitinrange

import (
	"bytes"
	"strings"
)

// LongestGood is the length of the longest field.
func LongestGood(line string) int {
	longest := 0
	for field := range strings.SplitSeq(line, ",") {
		longest = max(longest, len(field))
	}
	return longest
}

// WordsGood counts words.
func WordsGood(text string) int {
	words := 0
	for range strings.FieldsSeq(text) {
		words++
	}
	return words
}

// BlankGood counts the lines with nothing on them.
func BlankGood(document []byte) int {
	blank := 0
	for line := range bytes.SplitSeq(document, []byte("\n")) {
		if len(bytes.TrimSpace(line)) == 0 {
			blank++
		}
	}
	return blank
}
