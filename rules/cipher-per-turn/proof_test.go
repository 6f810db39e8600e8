package cipherperturn

import (
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var messages [][]byte
	for i := range 50 {
		messages = append(messages, []byte("message number "+strconv.Itoa(i)))
	}
	key := []byte("0123456789abcdef")
	sealed := func(f func([]byte, [][]byte) ([][]byte, error)) func() [][]byte {
		return func() [][]byte {
			sealed, err := f(key, messages)
			if err != nil {
				panic(err)
			}
			return sealed
		}
	}
	proof.Allocates(t, "Seal", sealed(Seal), sealed(SealGood))
}
