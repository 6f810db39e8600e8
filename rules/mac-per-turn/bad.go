package macperturn

import (
	"crypto/hmac"
	"crypto/sha256"
)

// Sign signs messages.
func Sign(key []byte, messages [][]byte) [][]byte {
	signatures := make([][]byte, 0, len(messages))
	for _, message := range messages {
		mac := hmac.New(sha256.New, key) // want mac-per-turn
		mac.Write(message)
		signatures = append(signatures, mac.Sum(nil))
	}
	return signatures
}
