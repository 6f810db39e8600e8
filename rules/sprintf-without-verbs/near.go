package sprintfwithoutverbs

import "fmt"

// Verbs, percent signs, values, and formats that are not there to read.
func shaped(name, format string) string {
	a := fmt.Sprintf("name %s", name) // want sprintf-of-strings
	b := fmt.Sprintf("100%%")
	c := fmt.Sprintf(format, name)
	d := fmt.Sprint("name", name)
	return a + b + c + d
}

// A line break is added.
func line() string { return fmt.Sprintln("ready") }

type printer struct{}

func (printer) Sprint(text string) string { return text + "!" }

// Something else of the same name.
func shadowed() string {
	fmt := printer{}
	return fmt.Sprint("ready")
}
