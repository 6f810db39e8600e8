package decodeofconvertedbytes

import (
	"encoding/base64"
	"encoding/hex"
)

// Body decodes what was sent as base64.
func Body(text []byte) ([]byte, error) {
	return base64.StdEncoding.DecodeString(string(text)) // want decode-of-converted-bytes
}

// Digest decodes a line of hexadecimal digits.
func Digest(line []byte) ([]byte, error) {
	digest, err := hex.DecodeString(string(line)) // want decode-of-converted-bytes
	if err != nil {
		return nil, err
	}
	return digest, nil
}
