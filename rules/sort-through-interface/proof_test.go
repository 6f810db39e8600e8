package sortthroughinterface

import (
	"slices"
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var events []Event
	var numbers []int
	var names []string
	for i := range 100 {
		events = append(events, Event{At: int64(i * 37 % 101)})
		numbers = append(numbers, i*37%101)
		names = append(names, "name "+strconv.Itoa(i*37%101))
	}
	texts := slices.Clone(names)
	list, integers := slices.Clone(events), slices.Clone(numbers)
	proof.Allocates(t, "Alphabetical", func() []string { copy(texts, names); Alphabetical(texts); return texts },
		func() []string { copy(texts, names); AlphabeticalGood(texts); return texts })
	proof.Allocates(t, "Sorted", func() []Event { copy(list, events); Sorted(list); return list },
		func() []Event { copy(list, events); SortedGood(list); return list })
	proof.Allocates(t, "Descending", func() []int { copy(integers, numbers); Descending(integers); return integers },
		func() []int { copy(integers, numbers); DescendingGood(integers); return integers })
}
