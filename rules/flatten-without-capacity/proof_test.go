package flattenwithoutcapacity

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	groups, orders, lines := make([][]int, 50), make([]Order, 50), make([]string, 50)
	for i := range groups {
		groups[i] = make([]int, i)
		orders[i].Items = make([]string, i%7)
		lines[i] = "a line of text\n"
	}
	proof.Allocates(t, "Flatten", func() []int { return Flatten(groups) }, func() []int { return FlattenGood(groups) })
	proof.Allocates(t, "Items", func() []string { return Items(orders) }, func() []string { return ItemsGood(orders) })
	proof.Allocates(t, "Text", func() []byte { return Text(lines) }, func() []byte { return TextGood(lines) })
}
