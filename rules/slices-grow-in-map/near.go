package slicesgrowinmap

// One at a time: there is nothing to count.
func (b *book) add(order Order) {
	b.groups[order.Customer] = append(b.groups[order.Customer], order)
}

type book struct{ groups map[int][]Order }

// What comes from a channel can be counted only by keeping it.
func received(orders <-chan Order) map[int][]Order {
	groups := make(map[int][]Order)
	for order := range orders {
		groups[order.Customer] = append(groups[order.Customer], order)
	}
	return groups
}

// A slice of slices, whose elements may have their room.
func buckets(orders []Order, all [][]Order) {
	for _, order := range orders {
		all[order.Customer] = append(all[order.Customer], order)
	}
}

// Another key, and another map.
func moved(orders []Order, from, to map[int][]Order) {
	for _, order := range orders {
		to[order.Customer] = append(from[order.Customer], order)
		to[1] = append(to[0], order)
	}
}

// Few keys.
func few(groups map[int][]Order) {
	for _, customer := range []int{1, 2, 3} {
		groups[customer] = append(groups[customer], Order{Customer: customer})
	}
}

// A map of each turn's own.
func each(orders []Order) (all []map[int][]Order) {
	all = make([]map[int][]Order, 0, len(orders))
	for _, order := range orders {
		groups := make(map[int][]Order, 1)
		groups[order.Customer] = append(groups[order.Customer], order)
		all = append(all, groups)
	}
	return all
}
