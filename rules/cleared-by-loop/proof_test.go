package clearedbyloop

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	buffer := make([]byte, 4096)
	proof.Faster(t, "Reset", func() []byte { return Reset(buffer) }, func() []byte { return ResetGood(buffer) })
	board := &Board{Stones: make([]float64, 1000), Names: make([]string, 1000)}
	proof.Faster(t, "Clear", func() *Board { return board.Clear() }, func() *Board { return board.ClearGood() })
}
