package largevaluepassed

// Order is one order: 232 bytes.
type Order struct {
	ID    int64
	Name  string
	Lines [24]int64
	Open  bool
}

func total(order Order, rate int64) int64 {
	if !order.Open {
		return 0
	}
	return order.Lines[0]*rate + order.Lines[rate%24] + int64(len(order.Name))
}

// Due is whether an order has to be paid.
func (o Order) Due(day int64) bool {
	return o.Open && o.ID%7 == day || o.isSpecial()
}

func (o Order) isSpecial() bool {
	return len(o.Name) > 20
}

// Sum adds up all orders.
func Sum(orders []Order, rate int64) (sum int64) {
	for _, order := range orders {
		sum += total(order, rate) // want large-value-passed
	}
	return sum
}

// Count counts what is due.
func Count(orders []*Order, day int64) (count int) {
	for i := 0; i < len(orders); i++ {
		if orders[i].Due(day) { // want large-value-passed
			count++
		}
	}
	return count
}

type grid [40]int64

func at(cells grid, i int) int64 {
	return cells[i%len(cells)]
}

// Walk visits cells.
func Walk(cells grid, steps []int) (sum int64) {
	for _, step := range steps {
		sum += at(cells, step+int(sum)) // want large-value-passed
	}
	return sum
}
