package stringconcatinloop

import (
	"strconv"
	"strings"
)

// TableGood lists the scores, one per line.
func TableGood(scores []Score) string {
	var table strings.Builder
	table.Grow(len(scores) * 24)
	for _, score := range scores {
		table.WriteString(score.Name)
		table.WriteString(": ")
		table.WriteString(strconv.Itoa(score.Points)) // want number-text-then-write
		table.WriteByte('\n')
	}
	return table.String()
}

// RecordGood writes fields as one line of comma-separated values.
func RecordGood(fields []string) string {
	line := make([]byte, 0, len(fields)*16)
	for i, field := range fields {
		if i > 0 {
			line = append(line, ',')
		}
		line = strconv.AppendQuote(line, field)
	}
	return string(line)
}

// WhereGood joins conditions.
func WhereGood(columns []string) string {
	if len(columns) == 0 {
		return "WHERE true"
	}
	return "WHERE true AND " + strings.Join(columns, " AND ")
}

// TagGood writes attributes; the names and values must be of one length.
func TagGood(names, values []string) string {
	var tag strings.Builder
	tag.Grow(len(names) * 16)
	tag.WriteString("<item")
	for i := range names {
		tag.WriteByte(' ')
		tag.WriteString(names[i])
		tag.WriteByte('=')
		tag.WriteString(values[i])
	}
	tag.WriteByte('>')
	return tag.String()
}

// BelowGood goes down from a path, one step per element.
func (p Path) BelowGood(elements []string) Path {
	if len(elements) == 0 {
		return p
	}
	return p + "/" + Path(strings.Join(elements, "/"))
}

// DrainGood collects what a channel sends until it is closed.
func DrainGood(lines <-chan string) string {
	var all strings.Builder
	for line := range lines {
		all.WriteString(line)
	}
	return all.String()
}

// GridGood draws rows of cells.
func GridGood(rows [][]string) string {
	var grid strings.Builder
	grid.Grow(len(rows) * 64)
	for _, cells := range rows {
		grid.WriteByte('|')
		for _, cell := range cells {
			grid.WriteByte(' ')
			grid.WriteString(cell)
			grid.WriteString(" |")
		}
		grid.WriteByte('\n')
	}
	return grid.String()
}

// MarksGood writes one word per line, whichever it is.
func MarksGood(lines []string) string {
	var marks strings.Builder
	for _, line := range lines {
		if line == "" {
			marks.WriteString("empty ")
			continue
		}
		switch line[0] {
		case '#':
			marks.WriteString("comment ")
		default:
			marks.WriteString("text ")
		}
	}
	return marks.String()
}
