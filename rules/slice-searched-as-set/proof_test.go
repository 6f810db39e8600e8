package slicesearchedasset

import (
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	names, orders := make([]string, 500), make([]Order, 500)
	for i := range names {
		names[i], orders[i].Customer = "name "+strconv.Itoa(i%300), i*7%300
	}
	proof.Faster(t, "Distinct", func() []string { return Distinct(names) }, func() []string { return DistinctGood(names) })
	proof.Faster(t, "Customers", func() []int { return Customers(orders) }, func() []int { return CustomersGood(orders) })
}
