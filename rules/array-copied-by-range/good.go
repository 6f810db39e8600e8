package arraycopiedbyrange

// SumGood adds all up.
func (h *Histogram) SumGood() (sum int64) {
	for _, count := range &h.Counts {
		sum += count
	}
	return sum
}

// LastGood is where the last count is.
func (h *Histogram) LastGood() (last int) {
	for i, count := range &h.Counts {
		if count > 0 {
			last = i
		}
	}
	return last
}
