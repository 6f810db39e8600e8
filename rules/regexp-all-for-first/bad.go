package regexpallforfirst

import "regexp"

var number = regexp.MustCompile(`id=(\d+)`)

// First is the first number of a text that has some.
func First(text string) string {
	return number.FindAllString(text, -1)[0] // want regexp-all-for-first
}

// Digits are the digits of the first number.
func Digits(text []byte) []byte {
	return number.FindAllSubmatch(text, -1)[0][1] // want regexp-all-for-first
}
