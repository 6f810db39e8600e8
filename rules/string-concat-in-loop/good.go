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

// FillGood puts the lines below each other.
func (p *Page) FillGood(lines []string) string {
	var text strings.Builder
	text.Grow(len(p.Text) + len(lines)*16)
	text.WriteString(p.Text)
	for _, line := range lines {
		text.WriteString(line)
		text.WriteByte('\n')
	}
	p.Text = text.String()
	return p.Text
}

// BookGood puts all lines of a few pages into the first one.
func BookGood(front Page, pages []*Page) Page {
	var text strings.Builder
	text.Grow(len(front.Text) + len(pages)*256)
	text.WriteString(front.Text)
	for _, page := range pages {
		text.WriteString(strings.Join(page.Rows, ", "))
	}
	front.Text = text.String()
	return front
}

// ColumnsGood turns a table around: what stood below each other in the first columns stands in a line.
func ColumnsGood(rows [][]string) []string {
	var first, second strings.Builder
	first.Grow(len(rows) * 16)
	second.Grow(len(rows) * 16)
	for _, row := range rows {
		first.WriteString(row[0])
		first.WriteByte('\t')
		second.WriteString(row[1])
		second.WriteByte('\t')
	}
	return []string{first.String(), second.String()}
}

// SectionsGood writes the entries of each section into one line.
func SectionsGood(sections map[string][]string) map[string]string {
	all := make(map[string]string, len(sections))
	for name, entries := range sections {
		var line strings.Builder
		line.Grow(len(entries) * 16)
		for _, entry := range entries {
			line.WriteString(entry)
			line.WriteByte(';')
		}
		if len(entries) > 0 {
			all[name] = line.String()
		}
	}
	return all
}

// DescribeGood writes to what the caller has.
func DescribeGood(out *string, names []string) string {
	text := make([]byte, 0, len(*out)+len(names)*16)
	text = append(text, *out...)
	for _, name := range names {
		text = append(strconv.AppendQuote(text, name), ' ')
	}
	*out = string(text)
	return *out
}

// NoteGood writes into the journal of the program.
func NoteGood(entries []string) string {
	var text strings.Builder
	text.Grow(len(entries) * 16)
	for _, entry := range entries {
		text.WriteString(entry)
		text.WriteByte('\n')
	}
	journal = text.String()
	return journal
}
