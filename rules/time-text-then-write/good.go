package timetextthenwrite

import (
	"bytes"
	"time"
)

// StampGood puts a time before a message.
func StampGood(line []byte, now time.Time, message string) []byte {
	line = now.AppendFormat(line, time.RFC3339Nano)
	line = append(line, ' ')
	return append(line, message...)
}

// DaysGood lists days.
func DaysGood(days []time.Time) []byte {
	var list bytes.Buffer
	list.Grow(11 * len(days))
	for _, day := range days {
		list.Write(day.UTC().AppendFormat(list.AvailableBuffer(), "2006-01-02"))
		list.WriteByte('\n')
	}
	return list.Bytes()
}
