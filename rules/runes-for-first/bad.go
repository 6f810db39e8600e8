package runesforfirst

import "unicode"

// Exported says whether a name is visible outside of its package.
func Exported(name string) bool {
	return unicode.IsUpper([]rune(name)[0]) // want runes-for-first
}

// Initial is the first character of a text.
func Initial(text string) rune {
	return []rune(text)[0] // want runes-for-first
}
