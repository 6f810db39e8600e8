package lockperturn

import (
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var names []string
	for i := range 1000 {
		names = append(names, "name "+strconv.Itoa(i%10))
	}
	counters := &Counters{byName: map[string]int{}}
	proof.Faster(t, "Counters.Count", func() int { return counters.Count(names) }, func() int { return counters.CountGood(names) })
	proof.Faster(t, "Counters.Reset", func() int { return counters.Reset(names) }, func() int { return counters.ResetGood(names) })
}
