package slicesgrowinmap

// Order is one order.
type Order struct {
	Customer int
	Cents    int
}

// ByCustomer groups orders by who ordered.
func ByCustomer(orders []Order) map[int][]Order {
	groups := make(map[int][]Order)
	for _, order := range orders {
		groups[order.Customer] = append(groups[order.Customer], order) // want slices-grow-in-map
	}
	return groups
}

// Large groups the positions of large orders.
func Large(orders []Order, atLeast int) map[int][]int {
	positions := map[int][]int{}
	for i := range orders {
		if orders[i].Cents >= atLeast {
			positions[orders[i].Customer] = append(positions[orders[i].Customer], i) // want slices-grow-in-map
		}
	}
	return positions
}
