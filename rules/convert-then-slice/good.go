package convertthenslice

// IDGood is what a record begins with.
func IDGood(record []byte) string {
	return string(record[:16])
}

// RestGood is what stands behind a prefix.
func RestGood(line string, prefix int) []byte {
	return []byte(line[prefix:])
}
