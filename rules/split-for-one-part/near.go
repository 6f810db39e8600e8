package splitforonepart

import "strings"

// Several parts, or all of them.
func several(path string) (string, string, int) {
	parts := strings.Split(path, "/")
	return parts[0], parts[1], len(parts)
}

func all(line string) []string { return strings.Split(line, ",") }

// Another part than the first: it takes as many cuts.
func third(line string) string { return strings.Split(line, ",")[2] }

// How many parts there are says more than whether there is a separator.
func exactly(line string) string {
	parts := strings.Split(line, ".")
	if len(parts) != 3 {
		return ""
	}
	return parts[0]
}

// Three parts, and two that are handed on.
func triple(line string) (string, string) {
	parts := strings.SplitN(line, ":", 3)
	return parts[0], parts[1]
}

func handed(line string) []string {
	parts := strings.SplitN(line, ":", 2)
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// Between characters.
func first(text string) string { return strings.Split(text, "")[0] }

// An index that varies.
func chosen(line string, field int) string {
	parts := strings.SplitN(line, "=", 2)
	return parts[field]
}

type cutter struct{}

func (cutter) Split(text, separator string) []string { return nil }

// Something else of the package's name.
func shadowed(line string) string {
	strings := cutter{}
	return strings.Split(line, ",")[0]
}
