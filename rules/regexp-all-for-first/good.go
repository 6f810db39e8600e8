package regexpallforfirst

// FirstGood is the first number of a text that has some.
func FirstGood(text string) string {
	return number.FindString(text)
}

// DigitsGood are the digits of the first number.
func DigitsGood(text []byte) []byte {
	return number.FindSubmatch(text)[1]
}
