package mapkeysbyreflection

import (
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	numbers := map[string]int{}
	for i := range 20 {
		numbers["name "+strconv.Itoa(i)] = i
	}
	proof.Allocates(t, "Total", func() int64 { return Total(numbers) }, func() int64 { return TotalGood(numbers) })
	proof.Allocates(t, "Longest", func() int { return Longest(numbers) }, func() int { return LongestGood(numbers) })
}
