package mapperturn

// DifferentGood counts the different names of each group.
func DifferentGood(groups [][]string) []int {
	counts := make([]int, 0, len(groups))
	seen := make(map[string]bool)
	for _, group := range groups {
		clear(seen)
		for _, name := range group {
			seen[name] = true
		}
		counts = append(counts, len(seen))
	}
	return counts
}

// MostGood is how often the most frequent letter of any text stands in it.
func MostGood(texts []string) int {
	most := 0
	counts := map[rune]int{}
	for _, text := range texts {
		clear(counts)
		for _, letter := range text {
			counts[letter]++
		}
		for _, count := range counts {
			most = max(most, count)
		}
	}
	return most
}
