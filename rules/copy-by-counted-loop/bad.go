package copybycountedloop

// Window holds the last samples of a signal.
type Window struct {
	samples []float64
}

// Slide lets the oldest samples go.
func (w *Window) Slide(gone int) []float64 {
	kept := len(w.samples) - gone
	for i := 0; i < kept; i++ { // want copy-by-counted-loop
		w.samples[i] = w.samples[gone+i]
	}
	return w.samples[:kept]
}

// Shift moves all words by one.
func Shift(words []string) []string {
	for i := range len(words) - 1 { // want copy-by-counted-loop
		words[i] = words[i+1]
	}
	return words
}

// Head is a copy of the first samples.
func Head(samples []float64, n int) []float64 {
	head := make([]float64, n)
	for i := 0; i < n; i++ { // want copy-by-counted-loop
		head[i] = samples[i]
	}
	return head
}

// Prefix is a copy of the first words.
func Prefix(words []string, n int) []string {
	prefix := make([]string, n)
	for i := range n { // want copy-by-counted-loop
		prefix[i] = words[i]
	}
	return prefix
}

// Tail is a copy of the last samples.
func Tail(samples []float64, n int) []float64 {
	tail, skipped := make([]float64, n), len(samples)-n
	for i := 0; i < n; i++ { // want copy-by-counted-loop
		tail[i] = samples[skipped+i]
	}
	return tail
}
