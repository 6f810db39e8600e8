package pointerperelement

// One row, not one of many.
func (t *table) add(name string) {
	t.rows = append(t.rows, &Row{Name: name})
}

type table struct{ rows []*Row }

// Values: there are no objects of their own.
func values(names []string) []Row {
	rows := make([]Row, 0, len(names))
	for _, name := range names {
		rows = append(rows, Row{Name: name})
	}
	return rows
}

// How many there will be nobody knows.
func received(names <-chan string) []*Row {
	var rows []*Row
	for name := range names {
		rows = append(rows, &Row{Name: name})
	}
	return rows
}

// Few.
func few() []*Row {
	var rows []*Row
	for _, name := range []string{"a", "b"} {
		rows = append(rows, &Row{Name: name})
	}
	return rows
}

// Large ones: a block of them would be larger than what a page of the heap is for.
type page struct{ data [4096]byte }

func pages(n int) []*page {
	pages := make([]*page, n)
	for i := range n {
		pages[i] = &page{}
	}
	return pages
}

// A map's elements come and go one by one.
func byName(names []string) map[string]*Row {
	rows := make(map[string]*Row, len(names))
	for _, name := range names {
		rows[name] = &Row{Name: name}
	}
	return rows
}

// The address of what is there already.
func addresses(all []Row) []*Row {
	rows := make([]*Row, len(all))
	for i := range all {
		rows[i] = &all[i]
	}
	return rows
}

// It stops at the first.
func first(names []string) (rows []*Row) {
	for _, name := range names {
		rows = append(rows, &Row{Name: name})
		break
	}
	return rows
}

// Something else of this name.
func other(names []string, new func(string) *Row) []*Row {
	rows := make([]*Row, len(names))
	for i, name := range names {
		rows[i] = new(name)
	}
	return rows
}
