package rangeoverrunes

import "unicode"

// LettersGood counts the letters of a text.
func LettersGood(text string) int {
	letters := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters
}

// UnderlineGood is a line below a title.
func UnderlineGood(title Title) []byte {
	line := make([]byte, 0, len(title))
	for range title {
		line = append(line, '=')
	}
	return line
}
