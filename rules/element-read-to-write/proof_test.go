package elementreadtowrite

import (
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	names, amounts := make([]string, 500), make([]int, 500)
	for i := range names {
		names[i], amounts[i] = "user"+strconv.Itoa(i%50), i
	}
	proof.Faster(t, "Totals", func() map[string]int { return Totals(names, amounts) }, func() map[string]int { return TotalsGood(names, amounts) })
	bad, good := &Stats{words: make(map[string]int)}, &Stats{words: make(map[string]int)}
	proof.Faster(t, "Add", func() int { bad.Add(names); return len(bad.words) }, func() int { good.AddGood(names); return len(good.words) })
}
