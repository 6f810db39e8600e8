package slicesgrowinmap

// ByCustomerGood counts first, and gives every group its part of one array.
func ByCustomerGood(orders []Order) map[int][]Order {
	counts := make(map[int]int)
	for _, order := range orders {
		counts[order.Customer]++
	}
	groups := make(map[int][]Order, len(counts))
	room := make([]Order, len(orders))
	for customer, count := range counts {
		groups[customer], room = room[:0:count], room[count:]
	}
	for _, order := range orders {
		group := groups[order.Customer]
		groups[order.Customer] = append(group, order)
	}
	return groups
}

// LargeGood counts first, too.
func LargeGood(orders []Order, atLeast int) map[int][]int {
	counts, all := make(map[int]int), 0
	for i := range orders {
		if orders[i].Cents >= atLeast {
			counts[orders[i].Customer]++
			all++
		}
	}
	positions := make(map[int][]int, len(counts))
	room := make([]int, all)
	for customer, count := range counts {
		positions[customer], room = room[:0:count], room[count:]
	}
	for i := range orders {
		if orders[i].Cents >= atLeast {
			group := positions[orders[i].Customer]
			positions[orders[i].Customer] = append(group, i)
		}
	}
	return positions
}
