package copybyloop

// Widen is a copy with room for more.
func Widen(values []float64, more int) []float64 {
	wide := make([]float64, len(values)+more)
	for i, value := range values { // want copy-by-loop
		wide[i] = value
	}
	return wide
}

// Frame is a picture of words.
type Frame struct {
	Words []string
}

// Copy is the same picture in other memory.
func (f *Frame) Copy() *Frame {
	words := make([]string, len(f.Words))
	for i := range f.Words { // want copy-by-loop
		words[i] = f.Words[i]
	}
	return &Frame{Words: words}
}
