package timetextthenwrite

import (
	"io"
	"strings"
	"time"
)

// The text is kept, or a part of another one.
func kept(line []byte, now time.Time) ([]byte, string) {
	text := now.Format(time.RFC3339)
	line = append(line, text...)
	return append(line, now.Format(time.DateOnly)+"Z"...), text
}

// An element of a list, not its bytes.
func listed(list []string, now time.Time) []string { return append(list, now.Format(time.DateOnly)) }

// Behind an interface there is no room to lend, and no bytes may be written.
func behind(w io.StringWriter, now time.Time) { w.WriteString(now.Format(time.DateOnly)) }

type money struct{ cents int }

func (m money) Format(layout string) string { return layout }

// Something else with a method of this name.
func priced(line []byte, table *strings.Builder, price money) []byte {
	table.WriteString(price.Format("1.00"))
	return append(line, price.Format("1.00")...)
}
