package sprintfofbool

import "fmt"

type state bool

func (s state) String() string { return map[state]string{true: "on", false: "off"}[s] }

// A type that prints itself, and one that may tomorrow.
func themselves(s state) string { return fmt.Sprintf("%t", s) + fmt.Sprint(s) } // want sprintf-of-stringer

// A width, words, several values.
func shaped(on, off bool, all []any) string {
	return fmt.Sprintf("%5t", on) + fmt.Sprintf("on: %t", on) + fmt.Sprint(on, off) + fmt.Sprint(all...)
}

// Pointers and interfaces.
func others(on *bool, anything any) string { return fmt.Sprint(on) + fmt.Sprintf("%v", anything) }

type printer struct{}

func (printer) Sprint(on bool) string { return "" }

// Something else of the same name.
func shadowed(on bool) string {
	fmt := printer{}
	return fmt.Sprint(on)
}
