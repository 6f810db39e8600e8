package largevaluepassed

func totalGood(order *Order, rate int64) int64 {
	if !order.Open {
		return 0
	}
	return order.Lines[0]*rate + order.Lines[rate%24] + int64(len(order.Name))
}

// DueGood is whether an order has to be paid.
func (o *Order) DueGood(day int64) bool {
	return o.Open && o.ID%7 == day || o.isSpecialGood()
}

func (o *Order) isSpecialGood() bool {
	return len(o.Name) > 20
}

// SumGood points at the orders.
func SumGood(orders []Order, rate int64) (sum int64) {
	for i := range orders {
		sum += totalGood(&orders[i], rate)
	}
	return sum
}

// CountGood points at the orders.
func CountGood(orders []*Order, day int64) (count int) {
	for i := 0; i < len(orders); i++ {
		if orders[i].DueGood(day) {
			count++
		}
	}
	return count
}

func atGood(cells *grid, i int) int64 {
	return cells[i%len(cells)]
}

// WalkGood points at the cells.
func WalkGood(cells grid, steps []int) (sum int64) {
	for _, step := range steps {
		sum += atGood(&cells, step+int(sum))
	}
	return sum
}
