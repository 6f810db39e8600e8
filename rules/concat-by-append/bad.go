package concatbyappend

// Both is a list of its own, of two.
func Both(first, second []string) []string {
	return append(append([]string{}, first...), second...) // want concat-by-append
}

// Ended is a list of its own with one more number.
func Ended(numbers []int, last int) []int {
	return append(append([]int(nil), numbers...), last) // want concat-by-append
}

// Line is a text with bytes behind it.
func Line(text string, end []byte) []byte {
	return append([]byte(text), end...) // want concat-by-append
}
