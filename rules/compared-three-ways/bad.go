package comparedthreeways

import (
	"bytes"
	"strings"
)

// Count is how many names are the wanted one.
func Count(names []string, wanted string) (count int) {
	for _, name := range names {
		if strings.Compare(name, wanted) == 0 { // want compared-three-ways
			count++
		}
	}
	return count
}

// Before is how many lines stand before the end.
func Before(lines [][]byte, end []byte) (count int) {
	for _, line := range lines {
		if bytes.Compare(line, end) != 0 { // want compared-three-ways
			count++
		}
	}
	return count
}
