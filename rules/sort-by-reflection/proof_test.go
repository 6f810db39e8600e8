package sortbyreflection

import (
	"slices"
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var players []Player
	for i := range 100 {
		players = append(players, Player{Name: "player " + strconv.Itoa(i*7%100), Points: i * 37 % 101})
	}
	list := slices.Clone(players)
	sorted := func(sort func([]Player)) func() []Player {
		return func() []Player {
			copy(list, players)
			sort(list)
			return list
		}
	}
	proof.Allocates(t, "Rank", sorted(Rank), sorted(RankGood))
	proof.Allocates(t, "Order", sorted(Order), sorted(OrderGood))
}
