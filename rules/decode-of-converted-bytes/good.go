package decodeofconvertedbytes

import (
	"encoding/base64"
	"encoding/hex"
)

// BodyGood decodes what was sent as base64.
func BodyGood(text []byte) ([]byte, error) {
	return base64.StdEncoding.AppendDecode(nil, text)
}

// DigestGood decodes a line of hexadecimal digits.
func DigestGood(line []byte) ([]byte, error) {
	digest := make([]byte, hex.DecodedLen(len(line)))
	n, err := hex.Decode(digest, line)
	if err != nil {
		return nil, err
	}
	return digest[:n], nil
}
