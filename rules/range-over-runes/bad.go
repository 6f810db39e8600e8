package rangeoverrunes

import "unicode"

// Letters counts the letters of a text.
func Letters(text string) int {
	letters := 0
	for _, r := range []rune(text) { // want range-over-runes
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters
}

// Title is a string with a type of its own.
type Title string

// Underline is a line below a title.
func Underline(title Title) []byte {
	line := make([]byte, 0, len(title))
	for range []rune(title) { // want range-over-runes
		line = append(line, '=')
	}
	return line
}
