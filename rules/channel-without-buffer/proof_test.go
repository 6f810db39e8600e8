package channelwithoutbuffer

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	n := 100 * len(t.Name())
	proof.Faster(t, "Squares", func() int { return Squares(n) }, func() int { return SquaresGood(n) })
}
