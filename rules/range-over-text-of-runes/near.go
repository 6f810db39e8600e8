package rangeovertextofrunes

// The index counts bytes of the text: in the slice it would count runes.
func columns(line []rune) map[int]rune {
	columns := make(map[int]rune)
	for column, r := range string(line) {
		if r != ' ' {
			columns[column] = r
		}
	}
	return columns
}

// Bytes have to become a string before their runes can be told.
func decoded(line []byte) int {
	sum := 0
	for _, r := range string(line) {
		sum += int(r)
	}
	return sum
}

// What is a string already is not copied.
type label string

func already(text label) int {
	sum := 0
	for _, r := range string(text) {
		sum += int(r)
	}
	return sum
}

// The text is needed for itself.
func both(line []rune) (string, int) {
	text, sum := string(line), 0
	for _, r := range text {
		sum += int(r)
	}
	return text, sum
}

// A function of this name.
func shadowed(line []rune) int {
	string := func(line []rune) []rune { return line[1:] }
	sum := 0
	for _, r := range string(line) {
		sum += int(r)
	}
	return sum
}

// The bytes of the text are not its runes.
func bytesOf(line []rune) int {
	sum := 0
	for _, b := range []byte(string(line)) {
		sum += int(b)
	}
	return sum
}
