package filterwithoutcapacity

// UnpaidGood counts first, and then makes the slice once.
func UnpaidGood(orders []Order) []Order {
	count := 0
	for i := range orders {
		if !orders[i].Paid {
			count++
		}
	}
	unpaid := make([]Order, 0, count)
	for _, order := range orders {
		if !order.Paid {
			unpaid = append(unpaid, order)
		}
	}
	return unpaid
}

// LargeGood has room for all: positions are small, and most orders are large.
func LargeGood(orders []Order, atLeast int) []int {
	positions := make([]int, 0, len(orders))
	for i := 0; i < len(orders); i++ {
		if orders[i].Cents < atLeast {
			continue
		}
		positions = append(positions, i)
	}
	return positions
}
