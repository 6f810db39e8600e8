package sprintfofbytes

import (
	"crypto/sha256"
	"fmt"
)

// Digest is the name of some content.
func Digest(content []byte) string {
	sum := sha256.Sum256(content)
	return fmt.Sprintf("%x", sum) // want sprintf-of-bytes
}

// Identifier is bytes in digits.
func Identifier(id []byte) string {
	return fmt.Sprintf("%x", id) // with a profile alone
}

// Text is a body as text.
func Text(body []byte) string {
	return fmt.Sprintf("%s", body) // want sprintf-of-bytes
}

// Hardware is the address of a network card.
func Hardware(address [6]byte) string {
	return fmt.Sprintf("%x", address) // want sprintf-of-bytes
}
