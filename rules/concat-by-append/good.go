package concatbyappend

import "slices"

// BothGood is a list of its own, of two.
func BothGood(first, second []string) []string {
	return slices.Concat(first, second)
}

// EndedGood is a list of its own with one more number.
func EndedGood(numbers []int, last int) []int {
	return slices.Concat(numbers, []int{last})
}

// LineGood is a text with bytes behind it.
func LineGood(text string, end []byte) []byte {
	line := make([]byte, 0, len(text)+len(end))
	line = append(line, text...)
	return append(line, end...)
}
