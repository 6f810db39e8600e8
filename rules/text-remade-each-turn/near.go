package textremadeeachturn

import (
	"strconv"
	"strings"
)

// It changes on every turn.
func lowered(names []string) []string {
	all := make([]string, 0, len(names))
	for _, name := range names {
		all = append(all, strings.ToLower(name))
	}
	return all
}

func growing(n int) []string {
	steps := make([]string, 0, n)
	for i := 0; i < n; i++ {
		steps = append(steps, strings.Repeat("ab", i))
	}
	return steps
}

func changed(lines []string, prefix string) int {
	found := 0
	for _, line := range lines {
		if strings.HasPrefix(line, strings.ToUpper(prefix)) {
			found++
			prefix = line[:1]
		}
	}
	return found
}

// Of fields and of calls nobody can say whether they stay the same.
type filter struct{ word string }

func (f *filter) count(names []string, next func() string) int {
	count := 0
	for _, name := range names {
		if strings.Contains(name, strings.ToLower(f.word)) || strings.Contains(name, strings.ToLower(next())) {
			count++
		}
	}
	return count
}

// On the way out, before the loop, and where it ranges.
func first(names []string, word, list string) string {
	text := strings.ToUpper(word)
	for _, name := range strings.Split(list, ",") { // want split-in-range
		if name == text {
			return strings.ToLower(word)
		}
	}
	return text
}

// What is in lower case already comes back as it is, and a number below 100 has its text. Without a profile nothing is said of them.
func numbered(names []string, word string, version int) []string {
	all := make([]string, 0, len(names))
	for _, name := range names {
		if strings.Contains(name, strings.ToLower(word)) {
			all = append(all, name+"-v"+strconv.Itoa(version))
		}
	}
	return all
}

// One of the turns, as a rule.
func replaced(names []string, old, name string) {
	for i := range names {
		if names[i] == old {
			names[i] = strconv.Quote(name)
		}
	}
}
