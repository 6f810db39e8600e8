package sortbyreflection

import (
	"cmp"
	"slices"
	"strings"
)

// RankGood puts the best first.
func RankGood(players []Player) {
	slices.SortFunc(players, func(a, b Player) int { return cmp.Compare(b.Points, a.Points) })
}

// OrderGood puts names in order, of equal points as they were.
func OrderGood(players []Player) {
	slices.SortStableFunc(players, func(a, b Player) int { return strings.Compare(a.Name, b.Name) })
}
