package sortthroughinterface

import (
	"cmp"
	"slices"
)

// SortedGood puts events in order.
func SortedGood(events []Event) {
	slices.SortFunc(events, func(a, b Event) int { return cmp.Compare(a.At, b.At) })
}

// DescendingGood puts the largest first.
func DescendingGood(numbers []int) {
	slices.SortFunc(numbers, func(a, b int) int { return cmp.Compare(b, a) })
}

// AlphabeticalGood puts names in order.
func AlphabeticalGood(names []string) {
	slices.Sort(names)
}
