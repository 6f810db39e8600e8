//go:build go1.24

package splittocount

import (
	"bytes"
	"strings"
)

// DepthGood is how many names a path has.
func DepthGood(path string) int {
	return strings.Count(path, "/") + 1
}

// LinesGood is how many lines a document has.
func LinesGood(document []byte) int {
	return bytes.Count(document, []byte("\n")) + 1
}

// LongGood says whether a text has more words than that.
func LongGood(text string, words int) bool {
	for range strings.FieldsSeq(text) {
		words--
	}
	return words < 0
}
