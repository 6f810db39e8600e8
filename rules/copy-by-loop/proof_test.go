package copybyloop

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	values := make([]float64, 1000)
	frame := &Frame{Words: make([]string, 1000)}
	for i := range values {
		values[i] = float64(i)
		frame.Words[i] = "word"
	}
	proof.Faster(t, "Widen", func() []float64 { return Widen(values, 8) }, func() []float64 { return WidenGood(values, 8) })
	proof.Faster(t, "Copy", frame.Copy, frame.CopyGood)
}
