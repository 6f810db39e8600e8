package pointerperelement

// RowsGood makes all rows in one piece of memory, and points into it.
func RowsGood(names []string, cents []int) []*Row {
	rows := make([]*Row, 0, len(names))
	all := make([]Row, len(names))
	for i, name := range names {
		all[i] = Row{Name: name, Cents: cents[i]}
		rows = append(rows, &all[i])
	}
	return rows
}

// NumberedGood does so, too.
func NumberedGood(n int) []*Row {
	rows := make([]*Row, n)
	all := make([]Row, n)
	for i := range n {
		all[i] = Row{Cents: i}
		rows[i] = &all[i]
	}
	return rows
}

// BlankGood as well.
func BlankGood(names []string) []*Row {
	rows := make([]*Row, len(names))
	all := make([]Row, len(names))
	for i := range names {
		rows[i] = &all[i]
	}
	return rows
}
