package scratchsliceperturn

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	tables, rows := make([][][]int, 40), make([][]string, 40)
	for i := range tables {
		tables[i] = [][]int{make([]int, 10+i), make([]int, 10+i)}
		tables[i][1][i] = i
		rows[i] = make([]string, 5+i%10)
		for j := range rows[i] {
			rows[i][j] = "word"
		}
	}
	proof.Allocates(t, "Totals", func() int { return Totals(tables) }, func() int { return TotalsGood(tables) })
	proof.Allocates(t, "Lines", func() string { return Lines(rows) }, func() string { return LinesGood(rows) })
}
