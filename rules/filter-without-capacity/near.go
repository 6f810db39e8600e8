package filterwithoutcapacity

// Every turn appends: append-without-capacity has a cure that costs nothing.
func all(orders []Order) []int {
	var cents []int // want append-without-capacity
	for _, order := range orders {
		cents = append(cents, order.Cents)
	}
	return cents
}

// Nobody knows how many will come.
func received(orders <-chan Order) []Order {
	var unpaid []Order
	for order := range orders {
		if !order.Paid {
			unpaid = append(unpaid, order)
		}
	}
	return unpaid
}

// A few.
func few(is func(int) bool) []int {
	var found []int
	for i := 0; i < 6; i++ {
		if is(i) {
			found = append(found, i)
		}
	}
	return found
}

// In place: the room is there.
func inPlace(orders []Order) []Order {
	unpaid := orders[:0]
	for _, order := range orders {
		if !order.Paid {
			unpaid = append(unpaid, order)
		}
	}
	return unpaid
}

// The first is enough.
func first(orders []Order) []Order {
	var found []Order
	for _, order := range orders {
		if !order.Paid {
			found = append(found, order)
			break
		}
	}
	return found
}

// With room.
func roomy(orders []Order) []Order {
	unpaid := make([]Order, 0, 1024)
	for _, order := range orders {
		if !order.Paid {
			unpaid = append(unpaid, order)
		}
	}
	return unpaid
}

// What others append to.
func into(unpaid []Order, orders []Order) []Order {
	for _, order := range orders {
		if !order.Paid {
			unpaid = append(unpaid, order)
		}
	}
	return unpaid
}

// A list of each turn's own.
func each(all [][]Order) (lists [][]int) {
	lists = make([][]int, 0, len(all))
	for _, orders := range all {
		var cents []int
		if len(orders) > 0 {
			cents = append(cents, orders[0].Cents)
		}
		lists = append(lists, cents)
	}
	return lists
}

type list struct{ orders []Order }

func append2(l list, order Order) list { l.orders = append(l.orders, order); return l }

// Something else of this name.
func other(orders []Order) list {
	append := append2
	var l list
	for _, order := range orders {
		if order.Paid {
			l = append(l, order)
		}
	}
	return l
}
