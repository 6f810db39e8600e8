package elementreadtowrite

// Totals adds up amounts by name.
func Totals(names []string, amounts []int) map[string]int {
	totals := make(map[string]int)
	for i, name := range names {
		totals[name] = totals[name] + amounts[i] // want element-read-to-write
	}
	return totals
}

// Stats counts.
type Stats struct {
	words map[string]int
}

// Add counts a list of words.
func (s *Stats) Add(words []string) {
	for i := range words {
		s.words[words[i]] = s.words[words[i]] + 1 // want element-read-to-write
	}
}
