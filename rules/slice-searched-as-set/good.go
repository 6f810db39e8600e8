package slicesearchedasset

// DistinctGood remembers in a set what it has seen.
func DistinctGood(names []string) []string {
	distinct := make([]string, 0, len(names))
	seen := make(map[string]struct{}, len(names))
	for _, name := range names {
		if _, ok := seen[name]; !ok {
			seen[name] = struct{}{}
			distinct = append(distinct, name)
		}
	}
	return distinct
}

// CustomersGood does so, too.
func CustomersGood(orders []Order) []int {
	var customers []int
	seen := make(map[int]struct{})
	for _, order := range orders {
		if _, ok := seen[order.Customer]; ok {
			continue
		}
		seen[order.Customer] = struct{}{}
		customers = append(customers, order.Customer) // want filter-without-capacity
	}
	return customers
}
