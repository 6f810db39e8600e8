package errormadepercall

import (
	"testing"

	"heaplint.test/rules/proof"
)

type result struct {
	cents int
	err   error
}

func same(bad, good result) bool {
	return bad.cents == good.cents && bad.err.Error() == good.err.Error()
}

func TestProof(t *testing.T) {
	table := Table{"apple": 30}
	proof.Allocates(t, "Table.Price",
		func() result { cents, err := table.Price("pear"); return result{cents, err} },
		func() result { cents, err := table.PriceGood("pear"); return result{cents, err} }, proof.SameBy(same))
	proof.Allocates(t, "Table.Discount",
		func() result { cents, err := table.Discount("apple", 120); return result{cents, err} },
		func() result { cents, err := table.DiscountGood("apple", 120); return result{cents, err} }, proof.SameBy(same))
}
