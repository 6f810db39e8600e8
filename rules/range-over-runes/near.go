package rangeoverrunes

// The index counts characters: in the string it would count bytes.
func columns(text string) map[int]rune {
	columns := make(map[int]rune)
	for column, r := range []rune(text) {
		if r != ' ' {
			columns[column] = r
		}
	}
	return columns
}

// The slice is used for more than the loop.
func reversed(text string) string {
	runes := []rune(text)
	last := len(runes) - 1
	for i := range runes[:len(runes)/2] {
		runes[i], runes[last-i] = runes[last-i], runes[i]
	}
	return string(runes)
}

// The compiler makes no copy of bytes that are only looped over, nor for a count.
func free(text string) (int, int) {
	zeros := 0
	for _, b := range []byte(text) {
		if b == 0 {
			zeros++
		}
	}
	return zeros, len([]rune(text))
}

// Runes that are runes already.
type line []rune

func already(text line) int {
	sum := 0
	for _, r := range []rune(text) {
		sum += int(r)
	}
	return sum
}
