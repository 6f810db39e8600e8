package convertedkeyofassignment

import (
	"bytes"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	text := bytes.Repeat([]byte("the quick brown fox jumps over the lazy dog and the other dog "), 20)
	words := bytes.Fields(text)
	proof.Allocates(t, "Words", func() int { _, most := Words(words); return most }, func() int { _, most := WordsGood(words); return most })
	proof.Allocates(t, "Sizes", func() int { return Sizes(words) }, func() int { return SizesGood(words) })
}
