package mapperturn

import (
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	groups, texts := make([][]string, 30), make([]string, 30)
	for i := range groups {
		for j := range 10 + i {
			groups[i] = append(groups[i], "user"+strconv.Itoa(j))
		}
		texts[i] = "the quick brown fox jumps over the lazy dog " + strconv.Itoa(i)
	}
	proof.Allocates(t, "Different", func() []int { return Different(groups) }, func() []int { return DifferentGood(groups) })
	proof.Allocates(t, "Most", func() int { return Most(texts) }, func() int { return MostGood(texts) })
}
