package queueresliced

// Delayed are the values, each some turns after it came.
func Delayed(values []int, turns int) (sum int) {
	var waiting []int
	for _, value := range values {
		waiting = append(waiting, value)
		if len(waiting) > turns {
			sum += waiting[0] * value
			waiting = waiting[1:] // want queue-resliced
		}
	}
	return sum
}

// Smooth is the mean of the newest values, at each of them.
func Smooth(values []float64, newest int) float64 {
	window, sum, all := []float64{}, 0.0, 0.0
	for _, value := range values {
		window = append(window, value)
		sum += value
		for len(window) > newest {
			sum -= window[0]
			window = window[1:] // want queue-resliced
		}
		all += sum / float64(len(window))
	}
	return all
}
