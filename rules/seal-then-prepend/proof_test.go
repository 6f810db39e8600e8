package sealthenprepend

import (
	"crypto/aes"
	"crypto/cipher"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	block, err := aes.NewCipher([]byte("0123456789abcdef"))
	if err != nil {
		t.Fatal(err)
	}
	aead, err := cipher.NewGCM(block)
	if err != nil {
		t.Fatal(err)
	}
	message := []byte(strings.Repeat("text ", 100))
	proof.Allocates(t, "Encrypt", func() []byte { return Encrypt(aead, 7, message) }, func() []byte { return EncryptGood(aead, 7, message) })
}
