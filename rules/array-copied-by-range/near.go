package arraycopiedbyrange

// Small ones, slices of arrays, pointers to them, the position alone.
func others(h *Histogram, small [8]int64, pointer *[512]int64) (sum int64) {
	for _, count := range small {
		sum += count
	}
	for _, count := range h.Counts[:] {
		sum += count
	}
	for _, count := range pointer {
		sum += count
	}
	for i := range h.Counts {
		sum += int64(i)
	}
	for i, _ := range h.Counts {
		sum += int64(i)
	}
	return sum
}
