package sortthroughinterface

import (
	"slices"
	"sort"
)

func init() {
	sort.Sort(sort.StringSlice(known))
}

var known = []string{"b", "a"}

// Two slices at once.
type together struct {
	keys   []string
	values []int
}

func (t *together) Len() int           { return len(t.keys) }
func (t *together) Less(i, j int) bool { return t.keys[i] < t.keys[j] }
func (t *together) Swap(i, j int) {
	t.keys[i], t.keys[j] = t.keys[j], t.keys[i]
	t.values[i], t.values[j] = t.values[j], t.values[i]
}

func sortTogether(t *together) { sort.Sort(t) }

// What it is comes out at run time.
func unknown(list sort.Interface) {
	sort.Sort(list)
	sort.Stable(sort.Reverse(list))
}

func names(names []string) { slices.Sort(names) }

type table struct{}

func (table) Sort(events ByTime) {}

// Something else of this name.
func other(sort table, events []Event) { sort.Sort(ByTime(events)) }

// Large elements: a comparison by SortFunc copies two of them.
type record struct {
	name string
	rest [13]int
}

type records []record

func (r records) Len() int           { return len(r) }
func (r records) Less(i, j int) bool { return r[i].name < r[j].name }
func (r records) Swap(i, j int)      { r[i], r[j] = r[j], r[i] }

func sortRecords(all []record) { sort.Sort(records(all)) }
