package paddedstruct

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	keys, values := make([]int64, 1000), make([]float64, 1000)
	for i := range keys {
		keys[i], values[i] = int64(i)*7, float64(i)/3
	}
	type sum struct {
		entries any
		dirty   int
	}
	proof.Allocates(t, "Entries",
		func() sum { all, dirty := Entries(keys); return sum{all, dirty} },
		func() sum { all, dirty := EntriesGood(keys); return sum{all, dirty} },
		proof.SameBy(func(bad, good sum) bool {
			all, allGood := bad.entries.([]*Entry), good.entries.([]*EntryGood)
			for i, entry := range all {
				if entry.key != allGood[i].key || entry.value != allGood[i].value || entry.dirty != allGood[i].dirty {
					return false
				}
			}
			return len(all) == len(allGood) && bad.dirty == good.dirty
		}))
	proof.Allocates(t, "First",
		func() any { return First(7) }, func() any { return FirstGood(7) },
		proof.SameBy(func(bad, good any) bool { return bad.(*Entry).key == good.(*EntryGood).key }))
	proof.Allocates(t, "Samples",
		func() any { return Samples(values) }, func() any { return SamplesGood(values) },
		proof.SameBy(func(bad, good any) bool {
			all, allGood := bad.([]Sample), good.([]SampleGood)
			for i, sample := range all {
				if sample.value != allGood[i].value || sample.index != allGood[i].index {
					return false
				}
			}
			return len(all) == len(allGood)
		}))
}
