package runesforfirst

import (
	"unicode"
	"unicode/utf8"
)

// ExportedGood says whether a name is visible outside of its package.
func ExportedGood(name string) bool {
	first, _ := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(first)
}

// InitialGood is the first character of a text.
func InitialGood(text string) rune {
	first, _ := utf8.DecodeRuneInString(text)
	return first
}
