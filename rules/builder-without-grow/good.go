package builderwithoutgrow

import (
	"strconv"
	"strings"
)

// TimetableGood lists stops.
func TimetableGood(stops []Stop) string {
	var table strings.Builder
	table.Grow(len(stops) * 24)
	for _, stop := range stops {
		table.WriteString(stop.Name)
		table.WriteByte(' ')
		table.WriteString(strconv.Itoa(stop.Minute)) // want number-text-then-write
		table.WriteByte('\n')
	}
	return table.String()
}

// PlaceholdersGood makes the list of a statement's values.
func PlaceholdersGood(n int) string {
	if n <= 0 {
		return ""
	}
	return strings.Repeat("?, ", n-1) + "?"
}

// CleanGood blanks out what is no letter.
func CleanGood(name string) string {
	kept := &strings.Builder{}
	kept.Grow(len(name))
	for _, letter := range name {
		if letter >= 'a' {
			kept.WriteRune(letter)
		} else {
			kept.WriteByte('_')
		}
	}
	return kept.String()
}

// LegendGood explains colours.
func LegendGood(colours []string) string {
	legend := make([]byte, 0, 16+len(colours)*16)
	legend = append(legend, "Legend\n"...)
	for i, colour := range colours {
		legend = strconv.AppendInt(legend, int64(i), 10)
		legend = append(legend, ' ')
		legend = append(legend, colour...)
		legend = append(legend, '\n')
	}
	return string(legend)
}
