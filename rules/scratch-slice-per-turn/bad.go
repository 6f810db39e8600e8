package scratchsliceperturn

import "strings"

// Totals adds up the columns of tables, and keeps the largest sum of each.
func Totals(tables [][][]int) int {
	largest := 0
	for _, table := range tables {
		if len(table) == 0 {
			continue
		}
		sums := make([]int, len(table[0])) // want scratch-slice-per-turn
		for _, row := range table {
			for i, value := range row {
				sums[i] += value
			}
		}
		for _, sum := range sums {
			largest = max(largest, sum)
		}
	}
	return largest
}

// Lines is the last line, in order, that rows of words make.
func Lines(rows [][]string) string {
	longest := ""
	for _, row := range rows {
		clean := make([]string, 0, len(row)) // want scratch-slice-per-turn
		for _, word := range row {
			clean = append(clean, strings.TrimSpace(word))
		}
		longest = max(longest, strings.Join(clean, ","))
	}
	return longest
}
