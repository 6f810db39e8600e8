package prependinloop

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var leaf *Node
	numbers := make([]int, 100)
	for i := range 30 {
		leaf = &Node{Name: "part", Parent: leaf}
		numbers[i] = i
	}
	proof.Allocates(t, "Path", func() []string { return Path(leaf) }, func() []string { return PathGood(leaf) })
	number := uint64(len(numbers)) * 123456789012345678
	proof.Allocates(t, "Digits", func() []byte { return Digits(number) }, func() []byte { return DigitsGood(number) })
	proof.Allocates(t, "Backwards", func() []int { return Backwards(numbers) }, func() []int { return BackwardsGood(numbers) })
}
