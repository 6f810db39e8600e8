package sealthenprepend

import (
	"crypto/cipher"
	"io"
)

// Used as it is.
func plain(aead cipher.AEAD, nonce, message []byte) []byte {
	sealed := aead.Seal(nil, nonce, message, nil)
	return sealed
}

func written(w io.Writer, aead cipher.AEAD, nonce, message []byte) error {
	sealed := aead.Seal(nil, nonce, message, nil)
	_, err := w.Write(sealed)
	return err
}

// Appended by Seal.
func appended(aead cipher.AEAD, nonce, message []byte) []byte {
	sealed := aead.Seal(nonce, nonce, message, nil)
	return sealed
}

type envelope struct{}

func (envelope) Seal(a, b []byte) []byte { return b }

// Something else of this name.
func other(aead envelope, nonce, message []byte) []byte {
	sealed := aead.Seal(nil, message)
	return append(nonce, sealed...)
}
