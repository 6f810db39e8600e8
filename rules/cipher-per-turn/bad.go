package cipherperturn

import (
	"crypto/aes"
	"crypto/cipher"
)

// Seal encrypts messages, the number of each being its nonce.
func Seal(key []byte, messages [][]byte) ([][]byte, error) {
	sealed := make([][]byte, 0, len(messages))
	for i, message := range messages {
		block, err := aes.NewCipher(key) // want cipher-per-turn
		if err != nil {
			return nil, err
		}
		aead, err := cipher.NewGCM(block)
		if err != nil {
			return nil, err
		}
		var nonce [12]byte
		nonce[0], nonce[1] = byte(i), byte(i>>8)
		sealed = append(sealed, aead.Seal(nil, nonce[:], message, nil))
	}
	return sealed, nil
}
