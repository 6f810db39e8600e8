package digestthroughhash

import (
	"crypto/md5"
	"crypto/sha256"
	"encoding/hex"
	"io"
)

// Name is a name for data.
func Name(data []byte) string {
	hash := sha256.New() // want digest-through-hash
	hash.Write(data)
	return hex.EncodeToString(hash.Sum(nil))
}

// Key is a short name for a text.
func Key(text string) string {
	h := md5.New() // want digest-through-hash
	io.WriteString(h, text)
	sum := h.Sum(nil)
	return hex.EncodeToString(sum)
}
