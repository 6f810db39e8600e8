package sprintfofstringer

import (
	"fmt"
	"net/url"
)

// A pointer may be nil: fmt says so, String may panic.
func pointed(at *url.URL, level *Level, any fmt.Stringer) string {
	return fmt.Sprint(at) + fmt.Sprintf("%s", level) + fmt.Sprint(any)
}

type failure struct{ text string }

func (f failure) String() string { return f.text }

func (f failure) Error() string { return "failed: " + f.text }

// fmt prefers Error.
func failed(f failure) string { return fmt.Sprint(f) }

type shaped struct{ text string }

func (s shaped) String() string { return s.text }

func (s shaped) Format(state fmt.State, verb rune) { fmt.Fprintf(state, "<%s>", s.text) }

// And Format before all.
func formatted(s shaped) string { return fmt.Sprintf("%v", s) }

type byPointer struct{ text string }

func (b *byPointer) String() string { return b.text }

// The method belongs to the pointer: the value is printed as a struct.
func unmethodical(b byPointer) string { return fmt.Sprint(b) }

// Other verbs, words around it, several values.
func more(l Level) string {
	return fmt.Sprintf("%q", l) + fmt.Sprintf("level %s", l) + fmt.Sprint(l, l) + fmt.Sprintf("%+v", l)
}
