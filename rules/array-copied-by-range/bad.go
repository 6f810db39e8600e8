package arraycopiedbyrange

// Histogram counts values: 4 KB.
type Histogram struct {
	Counts [512]int64
}

// Sum adds all up.
func (h *Histogram) Sum() (sum int64) {
	for _, count := range h.Counts { // want array-copied-by-range
		sum += count
	}
	return sum
}

// Last is where the last count is.
func (h *Histogram) Last() (last int) {
	for i, count := range h.Counts { // want array-copied-by-range
		if count > 0 {
			last = i
		}
	}
	return last
}
