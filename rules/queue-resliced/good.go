package queueresliced

// DelayedGood keeps as many values as wait, in a ring.
func DelayedGood(values []int, turns int) (sum int) {
	ring := make([]int, turns)
	for i, value := range values {
		if i >= turns {
			sum += ring[i%turns] * value
		}
		ring[i%turns] = value
	}
	return sum
}

// SmoothGood moves what is left to the front when half of it has gone.
func SmoothGood(values []float64, newest int) float64 {
	window, sum, all, first := []float64{}, 0.0, 0.0, 0
	for _, value := range values {
		if first > newest {
			window = window[:copy(window, window[first:])]
			first = 0
		}
		window = append(window, value)
		sum += value
		for len(window)-first > newest {
			sum -= window[first]
			first++
		}
		all += sum / float64(len(window)-first)
	}
	return all
}
