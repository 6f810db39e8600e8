package copybycountedloop

// SlideGood lets the oldest samples go.
func (w *Window) SlideGood(gone int) []float64 {
	kept := len(w.samples) - gone
	copy(w.samples[:kept], w.samples[gone:])
	return w.samples[:kept]
}

// ShiftGood moves all words by one.
func ShiftGood(words []string) []string {
	copy(words, words[1:])
	return words
}

// HeadGood is a copy of the first samples.
func HeadGood(samples []float64, n int) []float64 {
	head := make([]float64, n)
	copy(head, samples[:n])
	return head
}

// PrefixGood is a copy of the first words.
func PrefixGood(words []string, n int) []string {
	prefix := make([]string, n)
	copy(prefix, words[:n])
	return prefix
}

// TailGood is a copy of the last samples.
func TailGood(samples []float64, n int) []float64 {
	tail, skipped := make([]float64, n), len(samples)-n
	copy(tail, samples[skipped:])
	return tail
}
