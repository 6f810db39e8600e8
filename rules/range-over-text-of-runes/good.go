package rangeovertextofrunes

import "unicode"

// WordsGood counts the words of a line.
func WordsGood(line []rune) int {
	words, inside := 0, false
	for _, r := range line {
		if space := unicode.IsSpace(r); space {
			inside = false
		} else if !inside {
			inside = true
			words++
		}
	}
	return words
}

// BorderGood is a line below a row.
func BorderGood(row Cells) []byte {
	line := make([]byte, 0, len(row))
	for range row {
		line = append(line, '-')
	}
	return line
}
