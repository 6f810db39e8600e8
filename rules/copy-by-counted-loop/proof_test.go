package copybycountedloop

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	window := &Window{samples: make([]float64, 1000)}
	proof.Faster(t, "Slide",
		func() []float64 { return window.Slide(100) }, func() []float64 { return window.SlideGood(100) })
	words := make([]string, 1000)
	for i := range words {
		words[i] = "word"
	}
	proof.Faster(t, "Shift", func() []string { return Shift(words) }, func() []string { return ShiftGood(words) })
	proof.Faster(t, "Head",
		func() []float64 { return Head(window.samples, 800) }, func() []float64 { return HeadGood(window.samples, 800) })
	proof.Faster(t, "Tail",
		func() []float64 { return Tail(window.samples, 800) }, func() []float64 { return TailGood(window.samples, 800) })
	proof.Faster(t, "Prefix",
		func() []string { return Prefix(words, 800) }, func() []string { return PrefixGood(words, 800) })
}
