package sprintfofbytes

import (
	"crypto/sha256"
	"encoding/hex"
)

// DigestGood is the name of some content.
func DigestGood(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// IdentifierGood is bytes in digits.
func IdentifierGood(id []byte) string {
	return hex.EncodeToString(id)
}

// TextGood is a body as text.
func TextGood(body []byte) string {
	return string(body)
}

// HardwareGood is the address of a network card.
func HardwareGood(address [6]byte) string {
	return hex.EncodeToString(address[:])
}
