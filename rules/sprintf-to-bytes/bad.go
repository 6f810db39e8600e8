package sprintftobytes

import "fmt"

// Key is where an object lies in a store that has bytes for keys.
func Key(bucket string, id int) []byte {
	return []byte(fmt.Sprintf("%s/%d", bucket, id)) // want sprintf-to-bytes
}

// Line is a line of a log.
func Line(values ...any) []byte {
	line := []byte(fmt.Sprintln(values...)) // want sprintf-to-bytes
	return line
}
