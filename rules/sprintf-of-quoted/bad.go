package sprintfofquoted

import "fmt"

// Record is a line of quoted fields.
func Record(fields []string) []string {
	record := make([]string, len(fields))
	for i, field := range fields {
		record[i] = fmt.Sprintf("%q", field) // want sprintf-of-quoted
	}
	return record
}

// Tag is a value of an attribute.
func Tag(names map[int]string, id int) string {
	return fmt.Sprintf(`%q`, names[id]) // want sprintf-of-quoted
}
