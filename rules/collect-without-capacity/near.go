package collectwithoutcapacity

import (
	"cmp"
	"iter"
	"maps"
	"slices"
)

// Sequences that do not know their length either.
func unknown(all iter.Seq[string], wanted map[string]int) [][]string {
	copied := slices.Collect(all)
	filtered := slices.Sorted(func(yield func(string) bool) {
		for name := range maps.Keys(wanted) {
			if wanted[name] > 0 && !yield(name) {
				return
			}
		}
	})
	return [][]string{copied, filtered}
}

// A sequence that is used without a slice.
func longest(users map[string]int) (longest string) {
	for name := range maps.Keys(users) {
		if cmp.Compare(len(name), len(longest)) > 0 {
			longest = name
		}
	}
	return longest
}

type collector struct{}

func (collector) Collect(all iter.Seq[string]) []string { return nil }

// A method of that name, and keys of one's own.
func own(slices collector, users map[string]int) []string {
	return slices.Collect(maps.Keys(users))
}
