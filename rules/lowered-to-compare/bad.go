package loweredtocompare

import (
	"bytes"
	"strings"
)

// Same says whether two names are one header's.
func Same(a, b string) bool {
	return strings.ToLower(a) == strings.ToLower(b) // want lowered-to-compare
}

// Chunked says whether a body comes in chunks.
func Chunked(encoding string) bool {
	return strings.ToLower(encoding) == "chunked" // want lowered-to-compare
}

// Reads says whether a method changes nothing.
func Reads(method string) bool {
	return strings.ToUpper(method) != "POST" // want lowered-to-compare
}

// Token says whether a header holds a token.
func Token(authorization string) bool {
	return strings.HasPrefix(strings.ToLower(authorization), "bearer ") // want lowered-to-compare
}

// SameBytes says whether two texts are the same but for case.
func SameBytes(a, b []byte) bool {
	return bytes.Equal(bytes.ToLower(a), bytes.ToLower(b)) // want lowered-to-compare
}
