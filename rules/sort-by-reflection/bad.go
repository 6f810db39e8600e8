package sortbyreflection

import "sort"

// Player is a line of a table.
type Player struct {
	Name   string
	Points int
}

// Rank puts the best first.
func Rank(players []Player) {
	sort.Slice(players, func(i, j int) bool { return players[i].Points > players[j].Points }) // want sort-by-reflection
}

// Order puts names in order, of equal points as they were.
func Order(players []Player) {
	sort.SliceStable(players, func(i, j int) bool { // want sort-by-reflection
		return players[i].Name < players[j].Name
	})
}
