package copybyloop

// Elements of another type, or changed on the way.
func convert(values []float64, words []string) ([]any, []float64) {
	all := make([]any, len(words))
	for i, word := range words {
		all[i] = word
	}
	halves := make([]float64, len(values))
	for i, value := range values {
		halves[i] = value / 2
	}
	return all, halves
}

// At other places than they come from.
func moved(values []float64, order []int) ([]float64, []float64) {
	back := make([]float64, len(values))
	for i := range values {
		back[i] = values[len(values)-1-i]
	}
	sorted := make([]float64, len(values))
	for i, value := range values {
		sorted[order[i]] = value
	}
	return back, sorted
}

// Maps take their own keys, and have none to copy at once.
func numbered(words []string) map[int]string {
	all := make(map[int]string, len(words))
	for i, word := range words {
		all[i] = word
	}
	return all
}

// Something else happens on the way.
func summed(values []float64) ([]float64, float64) {
	all := make([]float64, len(values))
	sum := 0.0
	for i, value := range values {
		all[i] = value
		sum += value
	}
	return all, sum
}

// A few numbers.
func three(out []int) {
	for i, value := range []int{1, 2, 3} {
		out[i] = value
	}
}

// Arrays are copied by assignment, and letters are no bytes.
func others(values [4]int, text string) ([4]int, []rune) {
	var all [4]int
	for i, value := range values {
		all[i] = value
	}
	letters := make([]rune, len(text))
	for i, letter := range text {
		letters[i] = letter
	}
	return all, letters
}
