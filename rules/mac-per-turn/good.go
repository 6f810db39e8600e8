package macperturn

import (
	"crypto/hmac"
	"crypto/sha256"
)

// SignGood signs messages.
func SignGood(key []byte, messages [][]byte) [][]byte {
	signatures := make([][]byte, 0, len(messages))
	mac := hmac.New(sha256.New, key)
	for _, message := range messages {
		mac.Reset()
		mac.Write(message)
		signatures = append(signatures, mac.Sum(nil))
	}
	return signatures
}
