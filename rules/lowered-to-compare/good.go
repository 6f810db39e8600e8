package loweredtocompare

import (
	"bytes"
	"strings"
)

// SameGood says whether two names are one header's.
func SameGood(a, b string) bool {
	return strings.EqualFold(a, b)
}

// ChunkedGood says whether a body comes in chunks.
func ChunkedGood(encoding string) bool {
	return strings.EqualFold(encoding, "chunked")
}

// ReadsGood says whether a method changes nothing.
func ReadsGood(method string) bool {
	return !strings.EqualFold(method, "POST")
}

// TokenGood says whether a header holds a token.
func TokenGood(authorization string) bool {
	const scheme = "bearer "
	return len(authorization) >= len(scheme) && strings.EqualFold(authorization[:len(scheme)], scheme)
}

// SameBytesGood says whether two texts are the same but for case.
func SameBytesGood(a, b []byte) bool {
	return bytes.EqualFold(a, b)
}
