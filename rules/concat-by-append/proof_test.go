package concatbyappend

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	names, numbers := make([]string, 40), make([]int, 40)
	for i := range names {
		names[i], numbers[i] = "name", i
	}
	proof.Allocates(t, "Both", func() []string { return Both(names, names) }, func() []string { return BothGood(names, names) })
	proof.Allocates(t, "Ended", func() []int { return Ended(numbers, 7) }, func() []int { return EndedGood(numbers, 7) })
	text, end := "a text of some forty bytes, give or take", []byte("and as many bytes behind it, at its end")
	proof.Allocates(t, "Line", func() []byte { return Line(text, end) }, func() []byte { return LineGood(text, end) })
}
