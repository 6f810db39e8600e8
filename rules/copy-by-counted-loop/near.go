package copybycountedloop

// Toward the end, each turn reads what the one before wrote: the first element is repeated.
func smear(values []int, n, offset int) {
	for i := 0; i < n; i++ {
		values[offset+i] = values[i]
	}
}

// Toward the end from behind is a copy as well, but is seldom written with the right limits.
func makeRoom(values []int) {
	for i := len(values) - 1; i > 0; i-- {
		values[i] = values[i-1]
	}
}

// Each second one.
func every(values, all []int, n int) {
	for i := 0; i < n; i++ {
		values[i] = all[2*i]
	}
	for i := 0; i < n; i++ {
		values[i] = values[i+i]
	}
}

// Of another type, and something else on the way.
func others(values []int, all []any, n int) (sum int) {
	for i := 0; i < n; i++ {
		all[i] = values[i]
	}
	for i := 0; i < n; i++ {
		values[i] = values[i+1]
		sum += values[i]
	}
	return sum
}

// A few numbers.
func four(values, all []int) {
	for i := 0; i < 4; i++ {
		values[i] = all[i]
	}
}

// Arrays are copied by assignment, and a map has its own keys.
func arrays(values *[64]int, all [64]int, known map[int]int) {
	for i := 0; i < 64; i++ {
		values[i] = all[i]
	}
	for i := 0; i < 64; i++ {
		known[i] = all[i]
	}
}

// The number of turns is asked for each time.
func asked(values, all []int, more func() int) {
	for i := 0; i < more(); i++ {
		values[i] = all[i]
	}
}
