package sortthroughinterface

import "sort"

// Event is something that happened.
type Event struct {
	At   int64
	Name string
}

// ByTime sorts events.
type ByTime []Event

func (b ByTime) Len() int           { return len(b) }
func (b ByTime) Less(i, j int) bool { return b[i].At < b[j].At }
func (b ByTime) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

// Sorted puts events in order.
func Sorted(events []Event) {
	sort.Sort(ByTime(events)) // want sort-through-interface
}

// Descending puts the largest first.
func Descending(numbers []int) {
	sort.Sort(sort.Reverse(sort.IntSlice(numbers))) // want sort-through-interface
}

// Alphabetical puts names in order.
func Alphabetical(names []string) {
	sort.Sort(sort.StringSlice(names)) // want sort-through-interface
}
