package builderwithoutgrow

import (
	"fmt"
	"strconv"
	"strings"
)

// Stop is a station of a line.
type Stop struct {
	Name   string
	Minute int
}

// Timetable lists stops.
func Timetable(stops []Stop) string {
	var table strings.Builder // want builder-without-grow
	for _, stop := range stops {
		table.WriteString(stop.Name)
		table.WriteByte(' ')
		table.WriteString(strconv.Itoa(stop.Minute)) // want number-text-then-write
		table.WriteByte('\n')
	}
	return table.String()
}

// Placeholders makes the list of a statement's values.
func Placeholders(n int) string {
	list := strings.Builder{} // want builder-without-grow
	for i := 0; i < n; i++ {
		if i > 0 {
			list.WriteString(", ")
		}
		list.WriteByte('?')
	}
	return list.String()
}

// Clean blanks out what is no letter.
func Clean(name string) string {
	kept := &strings.Builder{} // want builder-without-grow
	for _, letter := range name {
		if letter >= 'a' {
			kept.WriteRune(letter)
		} else {
			kept.WriteByte('_')
		}
	}
	return kept.String()
}

// Legend explains colours.
func Legend(colours []string) string {
	legend := new(strings.Builder) // want builder-without-grow
	legend.WriteString("Legend\n")
	for i, colour := range colours {
		fmt.Fprintf(legend, "%d %s\n", i, colour) // want boxing-in-loop
	}
	return legend.String()
}
