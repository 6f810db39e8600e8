package stringreadasslice

import "unsafe"

// Bytes looks at a string as bytes.
func Bytes(text string) []byte {
	return *(*[]byte)(unsafe.Pointer(&text)) // want string-read-as-slice
}

// Named is a text with a type of its own.
type Named string

// Sum adds the bytes of a text.
func Sum(text *Named) (sum int) {
	raw := (*[]byte)(unsafe.Pointer(&*text)) // want string-read-as-slice
	for _, b := range *raw {
		sum += int(b)
	}
	return sum
}
