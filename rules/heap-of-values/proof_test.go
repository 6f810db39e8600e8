package heapofvalues

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var numbers []int
	for i := range 200 {
		numbers = append(numbers, 1000+i*37%211)
	}
	proof.Allocates(t, "Smallest", func() []int { return Smallest(numbers, 20) }, func() []int { return SmallestGood(numbers, 20) })
}
