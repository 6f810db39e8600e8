package slicesgrowinmap

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	orders := make([]Order, 1000)
	for i := range orders {
		orders[i] = Order{Customer: i * i % 60, Cents: i * 7 % 1000}
	}
	proof.Allocates(t, "ByCustomer",
		func() map[int][]Order { return ByCustomer(orders) }, func() map[int][]Order { return ByCustomerGood(orders) })
	proof.Allocates(t, "Large",
		func() map[int][]int { return Large(orders, 200) }, func() map[int][]int { return LargeGood(orders, 200) })
}
