package filterwithoutcapacity

import (
	"strconv"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	orders := make([]Order, 1000)
	for i := range orders {
		orders[i] = Order{Customer: "customer " + strconv.Itoa(i%70), Cents: i * 7 % 1000, Paid: i%3 != 0}
	}
	proof.Allocates(t, "Unpaid", func() []Order { return Unpaid(orders) }, func() []Order { return UnpaidGood(orders) })
	proof.Allocates(t, "Large", func() []int { return Large(orders, 200) }, func() []int { return LargeGood(orders, 200) })
}
