package convertthenslice

// ID is what a record begins with.
func ID(record []byte) string {
	return string(record)[:16] // want convert-then-slice
}

// Rest is what stands behind a prefix.
func Rest(line string, prefix int) []byte {
	return []byte(line)[prefix:] // want convert-then-slice
}

// Tail is what a record ends with.
func Tail(record []byte, start int) string {
	return string(record)[start:] // want convert-then-slice
}

// Head is what a line begins with.
func Head(line string, end int) []byte {
	return []byte(line)[:end] // want convert-then-slice
}
