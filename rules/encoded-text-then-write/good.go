package encodedtextthenwrite

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
)

// NameGood puts a digest behind a prefix.
func NameGood(line, sum []byte) []byte {
	return hex.AppendEncode(line, sum)
}

// BasicGood is a header with a name and a password.
func BasicGood(credentials []byte) []byte {
	var header bytes.Buffer
	header.Grow(128)
	header.WriteString("Basic ")
	header.Write(base64.StdEncoding.AppendEncode(header.AvailableBuffer(), credentials))
	return header.Bytes()
}

// TextGood is a digest in digits.
func TextGood(sum []byte) []byte {
	return hex.AppendEncode(nil, sum)
}
