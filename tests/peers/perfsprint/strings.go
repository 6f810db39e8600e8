// Package perfsprint has what perfsprint documents and what its users reported, and what heaplint says there.
package perfsprint

import "fmt"

// string-format: `fmt.Sprintf("%s", s)` and `%v` of a string
func textOfString(name, unit string) string {
	first := fmt.Sprintf("%s", name)  // want sprintf-of-string
	second := fmt.Sprintf("%v", unit) // want sprintf-of-string
	return first + second
}

// string-format: `fmt.Sprint(s)` of one string
func sprintOfString(name string) string {
	return fmt.Sprint(name) // want sprintf-of-string
}

// string-format: `%[1]s`, the same with an index
func indexedString(name string) string {
	return fmt.Sprintf("%[1]s", name) // want sprintf-of-string
}

// sprintf1: `fmt.Sprintf("text")` and `fmt.Sprint("text")` without a value
func constantText() (string, string) {
	return fmt.Sprintf("ready"), fmt.Sprint("set") // want sprintf-without-verbs
}

// strconcat: one string in constant text
func greeting(name string) (string, string) {
	return fmt.Sprintf("dear %s", name), fmt.Sprintf("%s was here", name) // want sprintf-of-strings
}

// strconcat: the same with an index or with `%%`
func escaped(name string) (string, string) {
	byIndex := fmt.Sprintf("from %[1]s", name) // want sprintf-of-strings
	percent := fmt.Sprintf("100%% %s", name)   // want sprintf-of-strings
	return byIndex, percent
}

// strconcat: beyond perfsprint, which leaves several strings alone
func several(host, path string) string {
	return fmt.Sprintf("%s/%s", host, path) // want sprintf-of-strings
}

// sprintf1: a format in a variable, which may hold verbs (users were told to replace it, which changes what is printed)
func unknownFormat(format string) string {
	return fmt.Sprint(format) // want sprintf-of-string
}

type level string

func (l level) String() string { return "level " + string(l) }

// string-format: a named string with a method String, whose text is another one
func ownText(l level) string {
	return fmt.Sprintf("%s", l) // want sprintf-of-stringer
}

type colour string

// string-format: a named string without methods
func namedString(c colour) string {
	return fmt.Sprintf("%s", c) // want sprintf-of-string
}

// string-format: widths and flags
func padded(name string) string {
	return fmt.Sprintf("%-12s|", name) // none: a sum of strings would print something else
}
