package digestthroughhash

import (
	"crypto/hmac"
	"crypto/sha256"
	"io"
)

// Several pieces.
func pieces(kind string, data []byte) []byte {
	hash := sha256.New()
	io.WriteString(hash, kind)
	hash.Write(data)
	return hash.Sum(nil)
}

func all(parts [][]byte) []byte {
	hash := sha256.New()
	for _, part := range parts {
		hash.Write(part)
	}
	return hash.Sum([]byte("sha256-"))
}

// A sum of what went before, on each turn.
func running(parts [][]byte) (sums [][]byte) {
	hash := sha256.New()
	for _, part := range parts {
		hash.Write(part)
		sums = append(sums, hash.Sum(nil))
	}
	return sums
}

// From a reader.
func read(r io.Reader) ([]byte, error) {
	hash := sha256.New()
	_, err := io.Copy(hash, r)
	return hash.Sum(nil), err
}

// With a key there is no function.
func signed(key, data []byte) []byte {
	hash := hmac.New(sha256.New, key)
	hash.Write(data)
	return hash.Sum(nil)
}

// The sum goes on as a slice: an array would have to go to the heap for it.
func returned(data []byte) []byte {
	hash := sha256.New()
	hash.Write(data)
	return hash.Sum(nil)
}
