package macperturn

import (
	"crypto/hmac"
	"crypto/sha256"
)

// Another key on each turn.
func chain(key []byte, parts [][]byte) []byte {
	for _, part := range parts {
		mac := hmac.New(sha256.New, key)
		mac.Write(part)
		key = mac.Sum(nil)
	}
	return key
}

func keys(keys [][]byte, message []byte) (sums [][]byte) {
	for _, key := range keys {
		mac := hmac.New(sha256.New, key)
		mac.Write(message)
		sums = append(sums, mac.Sum(nil))
	}
	return sums
}

// Once.
func one(key, message []byte) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write(message)
	return mac.Sum(nil)
}

type factory struct{}

func (factory) New(kind int, key []byte) int { return kind + len(key) }

// Something else of this name.
func other(hmac factory, key []byte) (sum int) {
	for i := range 10 {
		sum += hmac.New(i, key)
	}
	return sum
}
