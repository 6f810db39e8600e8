package loweredtocompare

import "strings"

// The result is kept, or looked up.
func kept(name string, known map[string]bool) (string, bool) {
	lowered := strings.ToLower(name)
	return lowered, known[lowered] || known[strings.ToLower(name)]
}

// One side alone: whether a text is in small letters is another question than whether it is the same.
func small(name, other string) bool {
	return strings.ToLower(name) == name || strings.ToLower(name) == other
}

// Two cases: they are the same only where there are no letters.
func mixed(a, b string) bool { return strings.ToLower(a) == strings.ToUpper(b) }

// A text that is not in small letters is never the same.
func never(name string) bool { return strings.ToLower(name) == "Content-Type" }

// Anywhere inside: there is no function for that.
func inside(line string) bool { return strings.Contains(strings.ToLower(line), "error") }

// Order.
func before(a, b string) bool { return strings.ToLower(a) < strings.ToLower(b) }

type tables struct{}

func (tables) ToLower(text string) string { return text + "." }

// Something else of the package's name.
func shadowed(a, b string) bool {
	strings := tables{}
	return strings.ToLower(a) == strings.ToLower(b)
}
