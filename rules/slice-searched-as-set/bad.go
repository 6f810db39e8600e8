package slicesearchedasset

import "slices"

// Distinct lists each name once, in the order in which they come.
func Distinct(names []string) []string {
	distinct := make([]string, 0, len(names))
	for _, name := range names {
		if !slices.Contains(distinct, name) { // want slice-searched-as-set
			distinct = append(distinct, name)
		}
	}
	return distinct
}

// Customers lists who ordered.
func Customers(orders []Order) []int {
	var customers []int // the order matters
	for _, order := range orders {
		if slices.Contains(customers, order.Customer) { // want slice-searched-as-set
			continue
		}
		customers = append(customers, order.Customer) // want filter-without-capacity
	}
	return customers
}

// Order is one order.
type Order struct{ Customer, Cents int }
