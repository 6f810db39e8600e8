package splittocount

import "strings"

// The parts are used too.
func named(path string) (string, int) {
	names := strings.Split(path, "/")
	return names[0], len(names)
}

// Characters, and a split with a limit.
func characters(text string) int { return len(strings.Split(text, "")) }

func limited(text string) int { return len(strings.SplitN(text, ":", 3)) }

// How long a part is.
func first(text string) int { return len(strings.Split(text, ",")[1]) }

type cutter struct{}

func (cutter) Split(text, separator string) []string { return nil }

// Something else of the package's name.
func shadowed(line string) int {
	strings := cutter{}
	return len(strings.Split(line, ","))
}

// A function of one's own called len.
func own(line string) string {
	len := func(parts []string) string { return parts[0] }
	return len(strings.Split(line, ","))
}
