package sealthenprepend

import "crypto/cipher"

// Encrypt seals a message and puts its nonce before it.
func Encrypt(aead cipher.AEAD, number byte, message []byte) []byte {
	nonce := make([]byte, aead.NonceSize())
	nonce[0] = number
	sealed := aead.Seal(nil, nonce, message, nil) // want seal-then-prepend
	return append(nonce, sealed...)
}
