package sealthenprepend

import "crypto/cipher"

// EncryptGood seals a message and puts its nonce before it.
func EncryptGood(aead cipher.AEAD, number byte, message []byte) []byte {
	nonce := make([]byte, aead.NonceSize(), aead.NonceSize()+len(message)+aead.Overhead())
	nonce[0] = number
	return aead.Seal(nonce, nonce, message, nil)
}
