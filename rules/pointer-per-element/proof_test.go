package pointerperelement

import (
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	names, cents := make([]string, 500), make([]int, 500)
	for i := range names {
		names[i], cents[i] = "name "+strconv.Itoa(i), i*7
	}
	proof.Allocates(t, "Rows", func() []*Row { return Rows(names, cents) }, func() []*Row { return RowsGood(names, cents) })
	proof.Allocates(t, "Numbered", func() []*Row { return Numbered(len(names)) }, func() []*Row { return NumberedGood(len(names)) })
	proof.Allocates(t, "Blank", func() []*Row { return Blank(names) }, func() []*Row { return BlankGood(names) })
}
