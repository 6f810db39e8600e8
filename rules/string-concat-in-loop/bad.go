package stringconcatinloop

import "strconv"

// Score is a line of a table.
type Score struct {
	Name   string
	Points int
}

// Table lists the scores, one per line.
func Table(scores []Score) string {
	table := ""
	for _, score := range scores {
		table += score.Name + ": " + strconv.Itoa(score.Points) + "\n" // want string-concat-in-loop
	}
	return table
}

// Record writes fields as one line of comma-separated values.
func Record(fields []string) string {
	var line string
	for i, field := range fields {
		if i > 0 {
			line = line + "," // want string-concat-in-loop
		}
		line = line + strconv.Quote(field) // want string-concat-in-loop
	}
	return line
}

// Where joins conditions.
func Where(columns []string) string {
	clause := "WHERE true"
	for i := 0; i < len(columns); i++ {
		clause = clause + " AND " + columns[i] // want string-concat-in-loop
	}
	return clause
}

// Tag writes attributes; the names and values must be of one length.
func Tag(names, values []string) string {
	tag := "<item"
	for i := range names {
		tag = tag + " " + names[i] + "=" + values[i] // want string-concat-in-loop
	}
	return tag + ">"
}

// Path is the name of a node in a tree.
type Path string

// Below goes down from a path, one step per element.
func (p Path) Below(elements []string) Path {
	for _, element := range elements {
		p += Path("/" + element) // want string-concat-in-loop
	}
	return p
}

// Drain collects what a channel sends until it is closed.
func Drain(lines <-chan string) string {
	all := ""
	for line := range lines {
		all += line // want string-concat-in-loop
	}
	return all
}

// Grid draws rows of cells. Both the row and the whole grow.
func Grid(rows [][]string) string {
	grid := ""
	for _, cells := range rows {
		row := "|"
		for _, cell := range cells {
			row += " " + cell + " |" // want string-concat-in-loop
		}
		grid += row + "\n" // want string-concat-in-loop
	}
	return grid
}

// Marks writes one word per line, whichever it is.
func Marks(lines []string) string {
	marks := ""
	for _, line := range lines {
		if line == "" {
			marks += "empty " // want string-concat-in-loop
			continue
		}
		switch line[0] {
		case '#':
			marks += "comment " // want string-concat-in-loop
		default:
			marks += "text " // want string-concat-in-loop
		}
	}
	return marks
}

// Page is a text with a title.
type Page struct {
	Title string
	Text  string
	Rows  []string
}

// Fill puts the lines below each other.
func (p *Page) Fill(lines []string) string {
	for _, line := range lines {
		p.Text += line + "\n" // want string-concat-in-loop
	}
	return p.Text
}

// Book puts all lines of a few pages into the first one.
func Book(front Page, pages []*Page) Page {
	for _, page := range pages {
		for i, row := range page.Rows {
			if i > 0 {
				front.Text = front.Text + ", " // want string-concat-in-loop
			}
			front.Text = front.Text + row // want string-concat-in-loop
		}
	}
	return front
}

// Columns turns a table around: what stood below each other in the first columns stands in a line.
func Columns(rows [][]string) []string {
	lines := make([]string, 2)
	for _, row := range rows {
		lines[0] += row[0] + "\t" // want string-concat-in-loop
		lines[1] += row[1] + "\t" // want string-concat-in-loop
	}
	return lines
}

// Sections writes the entries of each section into one line.
func Sections(sections map[string][]string) map[string]string {
	all := make(map[string]string, len(sections))
	for name, entries := range sections {
		for _, entry := range entries {
			all[name] += entry + ";" // want string-concat-in-loop
		}
	}
	return all
}

// Describe writes to what the caller has.
func Describe(out *string, names []string) string {
	for _, name := range names {
		*out += strconv.Quote(name) + " " // want string-concat-in-loop
	}
	return *out
}

var journal string

// Note writes into the journal of the program.
func Note(entries []string) string {
	journal = ""
	for _, entry := range entries {
		journal += entry + "\n" // want string-concat-in-loop
	}
	return journal
}
