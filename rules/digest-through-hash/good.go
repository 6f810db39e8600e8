package digestthroughhash

import (
	"crypto/md5"
	"crypto/sha256"
	"encoding/hex"
)

// NameGood is a name for data.
func NameGood(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// KeyGood is a short name for a text.
func KeyGood(text string) string {
	sum := md5.Sum([]byte(text))
	return hex.EncodeToString(sum[:])
}
