package replacechain

import "strings"

// Two passes, longer texts to look for, and texts that only the run knows.
func others(text, from, to string) string {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "&", "&amp;"), "<", "&lt;")
	text = strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(text, "and", "&"), "or", "|"), "not", "!")
	return strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(text, from, to), "<", "("), ">", ")")
}

type library struct{}

func (library) ReplaceAll(text, from, to string) string { return text }

// Something else of the package's name.
func shadowed(text string) string {
	strings := library{}
	return strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(text, "&", "+"), "<", "("), ">", ")")
}
