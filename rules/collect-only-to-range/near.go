package collectonlytorange

import (
	"maps"
	"slices"
)

// In order, which a sequence is not.
func ordered(users map[string]int) (names string) {
	for _, name := range slices.Sorted(maps.Keys(users)) { // want collect-without-capacity
		names += name // want string-concat-in-loop
	}
	return names
}

// With the number of each.
func numbered(text string) map[int]string {
	all := make(map[int]string)
	for i, line := range slices.Collect(Lines(text)) {
		all[i] = line
	}
	return all
}

// The slice is used again.
func twice(text string) (int, int) {
	lines := slices.Collect(Lines(text))
	letters := 0
	for _, line := range lines {
		letters += len(line)
	}
	return letters, len(lines)
}
