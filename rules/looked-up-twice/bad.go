package lookeduptwice

// Sum adds up what is known of these names.
func Sum(names []string, counts map[string]int) int {
	sum := 0
	for _, name := range names {
		if _, ok := counts[name]; ok { // want looked-up-twice
			sum += counts[name]
		}
	}
	return sum
}

// Known is the users with these names.
func Known(names []string, users map[string][]int) [][]int {
	known := make([][]int, 0, len(names))
	for i := range names {
		if _, found := users[names[i]]; found { // want looked-up-twice
			known = append(known, users[names[i]])
		}
	}
	return known
}

// Links follows names as far as they lead.
func Links(first string, next map[string]string) int {
	steps := 0
	for at := first; ; steps++ {
		if _, ok := next[at]; ok { // want looked-up-twice
			at = next[at]
		} else {
			return steps
		}
	}
}

type total struct{ sum int }

func (t *total) add(n int) { t.sum += n }

// Total adds up what is known, by a method.
func Total(names []string, counts map[string]int) int {
	var all total
	for _, name := range names {
		if _, ok := counts[name]; ok { // want looked-up-twice
			all.add(counts[name])
		}
	}
	return all.sum
}
