package mapperturn

// Different counts the different names of each group.
func Different(groups [][]string) []int {
	counts := make([]int, 0, len(groups))
	for _, group := range groups {
		seen := make(map[string]bool) // want map-per-turn
		for _, name := range group {
			seen[name] = true
		}
		counts = append(counts, len(seen))
	}
	return counts
}

// Most is how often the most frequent letter of any text stands in it.
func Most(texts []string) int {
	most := 0
	for _, text := range texts {
		counts := map[rune]int{} // want map-per-turn
		for _, letter := range text {
			counts[letter]++
		}
		for _, count := range counts {
			most = max(most, count)
		}
	}
	return most
}
