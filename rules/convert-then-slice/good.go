package convertthenslice

// IDGood is what a record begins with.
func IDGood(record []byte) string {
	return string(record[:16])
}

// RestGood is what stands behind a prefix.
func RestGood(line string, prefix int) []byte {
	return []byte(line[prefix:])
}

// TailGood is what a record ends with.
func TailGood(record []byte, start int) string {
	return string(record[start:])
}

// HeadGood is what a line begins with.
func HeadGood(line string, end int) []byte {
	return []byte(line[:end])
}
