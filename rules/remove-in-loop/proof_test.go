package removeinloop

import (
	"slices"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	numbers, names := make([]int, 1000), make([]string, 1000)
	for i := range numbers {
		numbers[i] = i
		if i%3 == 0 {
			names[i] = "somebody"
		}
	}
	proof.Faster(t, "Odd", func() []int { return Odd(slices.Clone(numbers)) }, func() []int { return OddGood(slices.Clone(numbers)) })
	proof.Faster(t, "Present", func() []string { return Present(slices.Clone(names)) }, func() []string { return PresentGood(slices.Clone(names)) })
}
