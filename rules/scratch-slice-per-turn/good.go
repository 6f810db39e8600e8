package scratchsliceperturn

import (
	"slices"
	"strings"
)

// TotalsGood adds up the columns of tables, and keeps the largest sum of each.
func TotalsGood(tables [][][]int) int {
	largest := 0
	var sums []int
	for _, table := range tables {
		if len(table) == 0 {
			continue
		}
		sums = slices.Grow(sums[:0], len(table[0]))[:len(table[0])]
		clear(sums)
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

// LinesGood is the last line, in order, that rows of words make.
func LinesGood(rows [][]string) string {
	longest := ""
	var clean []string
	for _, row := range rows {
		clean = clean[:0]
		for _, word := range row {
			clean = append(clean, strings.TrimSpace(word))
		}
		longest = max(longest, strings.Join(clean, ","))
	}
	return longest
}
