package splitinrange

import "strings"

// The index is used, or the slice is used for more.
func numbered(line string) map[string]int {
	columns := make(map[string]int)
	for column, name := range strings.Split(line, ",") {
		columns[name] = column
	}
	return columns
}

func counted(line string) (int, int) {
	fields := strings.Split(line, ",")
	size := 0
	for _, field := range fields {
		size += len(field)
	}
	return size, len(fields)
}

// The slice is made once and looped over again and again.
func matching(list string, names []string) int {
	known := strings.Split(list, ",")
	found := 0
	for _, name := range names {
		for _, one := range known {
			if one == name {
				found++
			}
		}
	}
	return found
}

// There is no iterator for a limited split.
func limited(line string) int {
	size := 0
	for _, part := range strings.SplitN(line, ":", 3) {
		size += len(part)
	}
	return size
}

type cutter struct{}

func (cutter) Split(text, separator string) []string { return nil }

// Something else of the package's name.
func shadowed(line string) int {
	strings := cutter{}
	parts := 0
	for range strings.Split(line, ",") {
		parts++
	}
	return parts
}
