package rowperturn

// Zeros is a table of numbers.
func Zeros(height, width int) [][]float64 {
	rows := make([][]float64, height)
	for i := range rows {
		rows[i] = make([]float64, width) // want row-per-turn
	}
	return rows
}

// Board is a table of names.
func Board(players []string) [][]string {
	board := make([][]string, 0, len(players))
	for range players {
		board = append(board, make([]string, 5)) // want row-per-turn
	}
	return board
}

// Distances is what an edit distance needs.
func Distances(from, to string) [][]int {
	table := make([][]int, len(from)+1)
	for i := 0; i < len(from)+1; i++ {
		table[i] = make([]int, len(to)+1) // want row-per-turn
		table[i][0] = i
	}
	return table
}
