package pointerperelement

// Row is one row of a table.
type Row struct {
	Name  string
	Cents int
}

// Rows makes the rows of a table.
func Rows(names []string, cents []int) []*Row {
	rows := make([]*Row, 0, len(names))
	for i, name := range names {
		rows = append(rows, &Row{Name: name, Cents: cents[i]}) // want pointer-per-element
	}
	return rows
}

// Numbered makes rows by position.
func Numbered(n int) []*Row {
	rows := make([]*Row, n)
	for i := range n {
		rows[i] = &Row{Cents: i} // want pointer-per-element
	}
	return rows
}

// Blank makes rows that are filled later.
func Blank(names []string) []*Row {
	rows := make([]*Row, len(names))
	for i := range names {
		rows[i] = new(Row) // want pointer-per-element
	}
	return rows
}
