package convertthenslice

// ID is what a record begins with.
func ID(record []byte) string {
	return string(record)[:16] // want convert-then-slice
}

// Rest is what stands behind a prefix.
func Rest(line string, prefix int) []byte {
	return []byte(line)[prefix:] // want convert-then-slice
}
