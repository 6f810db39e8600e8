package randomcharacterbybigint

import "crypto/rand"

// CodeGood is a text that nobody can guess.
func CodeGood(length int) (string, error) {
	code := make([]byte, length)
	if _, err := rand.Read(code); err != nil {
		return "", err
	}
	for i, b := range code {
		code[i] = alphabet[int(b)%len(alphabet)]
	}
	return string(code), nil
}
