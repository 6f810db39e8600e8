package fieldbynameinloop

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var rows []Row
	for i := range 200 {
		rows = append(rows, Row{ID: int64(i)})
	}
	proof.Faster(t, "IDs", func() []int64 { return IDs(rows) }, func() []int64 { return IDsGood(rows) })
	proof.Faster(t, "Names", func() []string { return Names(rows) }, func() []string { return NamesGood(rows) })
}
