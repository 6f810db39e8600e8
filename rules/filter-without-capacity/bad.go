package filterwithoutcapacity

// Order is one order.
type Order struct {
	Customer string
	Cents    int
	Paid     bool
}

// Unpaid lists the orders that nobody has paid.
func Unpaid(orders []Order) []Order {
	var unpaid []Order
	for _, order := range orders {
		if !order.Paid {
			unpaid = append(unpaid, order) // want filter-without-capacity
		}
	}
	return unpaid
}

// Large lists the positions of large orders.
func Large(orders []Order, atLeast int) []int {
	positions := []int{}
	for i := 0; i < len(orders); i++ {
		if orders[i].Cents < atLeast {
			continue
		}
		positions = append(positions, i) // want filter-without-capacity
	}
	return positions
}
