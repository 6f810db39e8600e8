package convertedthentrimmed

import "strings"

// Text that is a string already.
type label string

func named(text label) string { return strings.TrimSpace(string(text)) }

// The whole is used as well.
func both(output []byte) (string, string) {
	text := string(output)
	return text, strings.TrimSpace(text)
}

// A prefix is a few bytes.
func prefix(line []byte) string { return strings.TrimPrefix(string(line), "v") }

// Runes have no Trim.
func runes(line []rune) string { return strings.TrimSpace(string(line)) }

// A function of this name.
func shadowed(line []byte) string {
	string := func(b []byte) label { return "" }
	return strings.TrimSpace(named(string(line)))
}

// Who only asks whether it is empty keeps nothing.
func blank(line []byte) bool { return len(strings.TrimSpace(string(line))) == 0 }
