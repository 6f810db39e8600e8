package rowperturn

// Ragged rows: each has another length.
func triangle(height int, names []string) [][]int {
	rows := make([][]int, height)
	for i := range rows {
		rows[i] = make([]int, i+1)
	}
	for i, name := range names {
		rows[i] = make([]int, len(name))
	}
	width := 1
	for i := range rows {
		rows[i] = make([]int, width)
		width *= 2
	}
	return rows
}

// Rows that some turns do not need.
func sparse(rows [][]byte, wanted []bool, width int) {
	for i := range rows {
		if wanted[i] {
			rows[i] = make([]byte, width)
		}
	}
}

// Nobody knows how many there will be.
func received(more <-chan int, width int) [][]int {
	var rows [][]int
	for range more {
		rows = append(rows, make([]int, width))
	}
	return rows
}

// Maps of rows, rows of maps, and a few rows.
func others(names []string, width int) (map[string][]int, []map[string]int, [][]int) {
	rows := make(map[string][]int, len(names))
	tables := make([]map[string]int, len(names))
	for i, name := range names {
		rows[name] = make([]int, width)
		tables[i] = make(map[string]int, width)
	}
	four := make([][]int, 4)
	for i := 0; i < 4; i++ {
		four[i] = make([]int, width)
	}
	return rows, tables, four
}
