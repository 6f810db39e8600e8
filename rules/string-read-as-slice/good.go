package stringreadasslice

import "unsafe"

// BytesGood looks at a string as bytes.
func BytesGood(text string) []byte {
	return unsafe.Slice(unsafe.StringData(text), len(text))
}

// SumGood adds the bytes of a text.
func SumGood(text *Named) (sum int) {
	for _, b := range []byte(*text) {
		sum += int(b)
	}
	return sum
}
