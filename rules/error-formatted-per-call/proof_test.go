package errorformattedpercall

import (
	"errors"
	"testing"

	"heaplint.test/rules/proof"
)

func same(bad, good error) bool {
	return bad.Error() == good.Error() && errors.Is(bad, ErrUnknown) && errors.Is(good, ErrUnknown)
}

func TestProof(t *testing.T) {
	table := Table{"apple": 30, "plum": 5}
	count := 1000 + len(table)
	proof.Allocates(t, "Table.Price",
		func() error { _, err := table.Price("pear", count); return err },
		func() error { _, err := table.PriceGood("pear", count); return err }, proof.SameBy(same))
	names := []string{"apple", "plum", "pear"}
	proof.Allocates(t, "Table.Known",
		func() error { return table.Known(names) }, func() error { return table.KnownGood(names) }, proof.SameBy(same))
}
