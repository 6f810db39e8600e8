package rowperturn

import (
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	height, width := len(strings.Fields("a b c d e f g h"))*8, len("sixty, or a few less")*3
	proof.Allocates(t, "Zeros", func() [][]float64 { return Zeros(height, width) }, func() [][]float64 { return ZerosGood(height, width) })
	players := strings.Fields(strings.Repeat("ada alan grace ", 20))
	proof.Allocates(t, "Board", func() [][]string { return Board(players) }, func() [][]string { return BoardGood(players) })
	from, to := strings.Repeat("kitten", 5), strings.Repeat("sitting", 5)
	proof.Allocates(t, "Distances", func() [][]int { return Distances(from, to) }, func() [][]int { return DistancesGood(from, to) })
}
