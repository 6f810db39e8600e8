package elementreadtowrite

// TotalsGood adds up amounts by name.
func TotalsGood(names []string, amounts []int) map[string]int {
	totals := make(map[string]int)
	for i, name := range names {
		totals[name] += amounts[i]
	}
	return totals
}

// AddGood counts a list of words.
func (s *Stats) AddGood(words []string) {
	for i := range words {
		s.words[words[i]]++
	}
}
