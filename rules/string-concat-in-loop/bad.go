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
