package largevaluepassed

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	orders := make([]Order, 1000)
	pointers := make([]*Order, len(orders))
	steps := make([]int, 1000)
	var cells grid
	for i := range orders {
		orders[i] = Order{ID: int64(i), Name: "order", Open: i%3 > 0}
		for line := range orders[i].Lines {
			orders[i].Lines[line] = int64(line * i % 11)
		}
		pointers[i] = &orders[i]
		steps[i] = i * 7
		cells[i%len(cells)] = int64(i)
	}
	proof.Faster(t, "Count", func() int { return Count(pointers, 3) }, func() int { return CountGood(pointers, 3) })
	proof.Faster(t, "Sum", func() int64 { return Sum(orders, 5) }, func() int64 { return SumGood(orders, 5) })
	proof.Faster(t, "Walk", func() int64 { return Walk(cells, steps) }, func() int64 { return WalkGood(cells, steps) })
}
