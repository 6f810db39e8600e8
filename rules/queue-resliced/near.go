package queueresliced

// It only gets shorter.
func consumed(values []int) (sum int) {
	for len(values) > 0 {
		sum += values[0]
		values = values[1:]
	}
	return sum
}

// A stack: what is appended goes where something was taken.
func stack(values []int) (sum int) {
	var open []int
	for _, value := range values {
		open = append(open, value)
		if value < 0 {
			sum += open[len(open)-1]
			open = open[:len(open)-1]
		}
	}
	return sum
}

// It is empty before it grows again: nothing is left to copy.
func emptied(values []int) (sum int) {
	var waiting []int
	for _, value := range values {
		waiting = append(waiting, value)
		if len(waiting) == 10 {
			sum += waiting[3]
			waiting = waiting[:0]
		}
	}
	return sum
}

// Another slice is cut.
func other(values, others []int) []int {
	var all []int
	for _, value := range values {
		all = append(all, value+others[0])
		others = others[1:]
	}
	return all
}

// Filled in one loop, and emptied in another.
func twoLoops(values []int) (sum int) {
	var waiting []int
	for _, value := range values {
		if value > 0 {
			waiting = append(waiting, value) // want filter-without-capacity
		}
	}
	for len(waiting) > 0 {
		sum += waiting[0]
		waiting = waiting[1:]
	}
	return sum
}
