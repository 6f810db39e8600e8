package elementreadtowrite

// Slices find their elements without a hash.
func sums(values []int, more map[string]int) {
	for i := range values {
		values[i] = values[i] + 1
	}
	more["all"] += len(values)
}

// Another element, another map, or another operand first.
func others(totals, more map[string]int, names []string) {
	for i, name := range names {
		totals[name] = totals[names[0]] + i
		totals[name] = more[name] + i
		totals[name] = i + more[name]
	}
}

// The key is made anew by each call, and may be another.
func called(totals map[string]int, next func() string) {
	for range 3 {
		totals[next()] = totals[next()] + 1
	}
}
