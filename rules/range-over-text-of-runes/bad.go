package rangeovertextofrunes

import "unicode"

// Words counts the words of a line.
func Words(line []rune) int {
	words, inside := 0, false
	for _, r := range string(line) { // want range-over-text-of-runes
		if space := unicode.IsSpace(r); space {
			inside = false
		} else if !inside {
			inside = true
			words++
		}
	}
	return words
}

// Cells are the characters of a row on a screen.
type Cells []rune

// Border is a line below a row.
func Border(row Cells) []byte {
	line := make([]byte, 0, len(row))
	for range string(row) { // want range-over-text-of-runes
		line = append(line, '-')
	}
	return line
}
