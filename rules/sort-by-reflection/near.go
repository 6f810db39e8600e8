package sortbyreflection

import (
	"slices"
	"sort"
)

// Once.
func init() {
	sort.Slice(known, func(i, j int) bool { return known[i] < known[j] })
}

var known = []string{"b", "a"}

// What it is comes out at run time.
func unknown(list any, less func(i, j int) bool) { sort.Slice(list, less) }

// Elements of 160 bytes, two of which SortFunc copies for each comparison.
func heavy(rows []Row) { sort.Slice(rows, func(i, j int) bool { return rows[i].Name < rows[j].Name }) }

// Row is a row of a table.
type Row struct {
	Name  string
	Cells [18]float64
}

// By type.
func names(names []string) {
	sort.Strings(names)
	slices.Sort(names)
}

type table struct{}

func (table) Slice(players []Player, less func(i, j int) bool) {}

// Something else of this name.
func other(sort table, players []Player) { sort.Slice(players, nil) }

// Where the elements are meanwhile counts too, and slices.SortFunc does not say. Without a profile nothing is said of it.
func watched(players []Player, seen func(place int)) {
	sort.Slice(players, func(i, j int) bool {
		seen(i)
		return players[i].Name < players[j].Name
	})
}
