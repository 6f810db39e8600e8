package splittocount

import (
	"bytes"
	"strings"
)

// Depth is how many names a path has.
func Depth(path string) int {
	return len(strings.Split(path, "/")) // want split-to-count
}

// Lines is how many lines a document has.
func Lines(document []byte) int {
	return len(bytes.Split(document, []byte("\n"))) // want split-to-count
}

// Long says whether a text has more words than that.
func Long(text string, words int) bool {
	return len(strings.Fields(text)) > words // want split-to-count
}
