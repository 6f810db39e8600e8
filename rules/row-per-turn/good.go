package rowperturn

// ZerosGood is a table of numbers.
func ZerosGood(height, width int) [][]float64 {
	rows := make([][]float64, height)
	cells := make([]float64, height*width)
	for i := range rows {
		rows[i] = cells[i*width : (i+1)*width : (i+1)*width]
	}
	return rows
}

// BoardGood is a table of names.
func BoardGood(players []string) [][]string {
	board := make([][]string, 0, len(players))
	cells := make([]string, 5*len(players))
	for i := range players {
		board = append(board, cells[5*i:5*i+5:5*i+5])
	}
	return board
}

// DistancesGood is what an edit distance needs.
func DistancesGood(from, to string) [][]int {
	table := make([][]int, len(from)+1)
	width := len(to) + 1
	cells := make([]int, len(table)*width)
	for i := range table {
		table[i] = cells[i*width : (i+1)*width : (i+1)*width]
		table[i][0] = i
	}
	return table
}
