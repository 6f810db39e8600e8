package appendsinarow

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	pair := Pair{Key: "latency", Value: "12", Unit: "ms"}
	proof.Allocates(t, "Fields", func() []string { return Fields(pair) }, func() []string { return FieldsGood(pair) })
	low, high := []int{1, 10, 100}, []int{9, 99, 999}
	proof.Allocates(t, "Bounds", func() [][]int { return Bounds(low, high) }, func() [][]int { return BoundsGood(low, high) })
}
