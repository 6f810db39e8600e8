package collectonlytorange

import (
	"iter"
	"maps"
	"slices"
	"strings"
)

// Lines is the lines of a text, one at a time.
func Lines(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for len(text) > 0 {
			line, rest, _ := strings.Cut(text, "\n")
			if !yield(line) {
				return
			}
			text = rest
		}
	}
}

// Letters counts the letters of all names.
func Letters(users map[string]int) int {
	letters := 0
	for _, name := range slices.Collect(maps.Keys(users)) { // want collect-only-to-range collect-without-capacity
		letters += len(name)
	}
	return letters
}

// Longest is the longest line.
func Longest(text string) string {
	longest := ""
	for _, line := range slices.Collect(Lines(text)) { // want collect-only-to-range
		if len(line) > len(longest) {
			longest = line
		}
	}
	return longest
}
