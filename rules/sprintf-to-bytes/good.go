package sprintftobytes

import "fmt"

// KeyGood is where an object lies in a store that has bytes for keys.
func KeyGood(bucket string, id int) []byte {
	return fmt.Appendf(nil, "%s/%d", bucket, id)
}

// LineGood is a line of a log.
func LineGood(values ...any) []byte {
	line := fmt.Appendln(nil, values...)
	return line
}
