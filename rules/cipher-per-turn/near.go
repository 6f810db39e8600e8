package cipherperturn

import (
	"crypto/aes"
	"crypto/cipher"
)

// Another key on each turn.
func each(keys [][]byte) (blocks []cipher.Block, err error) {
	for _, key := range keys {
		block, err := aes.NewCipher(key)
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, block)
	}
	return blocks, nil
}

// Once.
func one(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

type factory struct{}

func (factory) NewCipher(key []byte) int { return len(key) }

// Something else of this name.
func other(aes factory, key []byte) (sum int) {
	for range 10 {
		sum += aes.NewCipher(key)
	}
	return sum
}
