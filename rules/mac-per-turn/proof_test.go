package macperturn

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
	key := []byte("a key of " + strconv.Itoa(len(messages)))
	proof.Allocates(t, "Sign", func() [][]byte { return Sign(key, messages) }, func() [][]byte { return SignGood(key, messages) })
}
