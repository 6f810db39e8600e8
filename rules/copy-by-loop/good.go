package copybyloop

// WidenGood is a copy with room for more.
func WidenGood(values []float64, more int) []float64 {
	wide := make([]float64, len(values)+more)
	copy(wide, values)
	return wide
}

// CopyGood is the same picture in other memory.
func (f *Frame) CopyGood() *Frame {
	words := make([]string, len(f.Words))
	copy(words, f.Words)
	return &Frame{Words: words}
}
