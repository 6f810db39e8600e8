package lookeduptwice

// SumGood adds up what is known of these names.
func SumGood(names []string, counts map[string]int) int {
	sum := 0
	for _, name := range names {
		if count, ok := counts[name]; ok {
			sum += count
		}
	}
	return sum
}

// KnownGood is the users with these names.
func KnownGood(names []string, users map[string][]int) [][]int {
	known := make([][]int, 0, len(names))
	for i := range names {
		if user, found := users[names[i]]; found {
			known = append(known, user)
		}
	}
	return known
}

// LinksGood follows names as far as they lead.
func LinksGood(first string, next map[string]string) int {
	steps := 0
	for at := first; ; steps++ {
		to, ok := next[at]
		if !ok {
			return steps
		}
		at = to
	}
}

// TotalGood adds up what is known, by a method.
func TotalGood(names []string, counts map[string]int) int {
	var all total
	for _, name := range names {
		if count, ok := counts[name]; ok {
			all.add(count)
		}
	}
	return all.sum
}
