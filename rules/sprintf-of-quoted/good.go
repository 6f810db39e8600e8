package sprintfofquoted

import "strconv"

// RecordGood is a line of quoted fields.
func RecordGood(fields []string) []string {
	record := make([]string, len(fields))
	for i, field := range fields {
		record[i] = strconv.Quote(field)
	}
	return record
}

// TagGood is a value of an attribute.
func TagGood(names map[int]string, id int) string {
	return strconv.Quote(names[id])
}
