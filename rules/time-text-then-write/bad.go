package timetextthenwrite

import (
	"bytes"
	"time"
)

// Stamp puts a time before a message.
func Stamp(line []byte, now time.Time, message string) []byte {
	line = append(line, now.Format(time.RFC3339Nano)...) // want time-text-then-write
	line = append(line, ' ')
	return append(line, message...)
}

// Days lists days.
func Days(days []time.Time) []byte {
	var list bytes.Buffer
	list.Grow(11 * len(days))
	for _, day := range days {
		list.WriteString(day.UTC().Format("2006-01-02")) // want time-text-then-write
		list.WriteByte('\n')
	}
	return list.Bytes()
}
