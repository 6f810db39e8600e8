package encodedtextthenwrite

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
)

// Name puts a digest behind a prefix.
func Name(line, sum []byte) []byte {
	return append(line, hex.EncodeToString(sum)...) // want encoded-text-then-write
}

// Basic is a header with a name and a password.
func Basic(credentials []byte) []byte {
	var header bytes.Buffer
	header.Grow(128)
	header.WriteString("Basic ")
	header.WriteString(base64.StdEncoding.EncodeToString(credentials)) // want encoded-text-then-write
	return header.Bytes()
}

// Text is a digest in digits.
func Text(sum []byte) []byte {
	return []byte(hex.EncodeToString(sum)) // want encoded-text-then-write
}
