package prependinloop

import "slices"

// A slice of the turn's own gets its head once.
func commands(names []string, arguments [][]string) [][]string {
	all := make([][]string, 0, len(names))
	for i, name := range names {
		line := arguments[i]
		line = append([]string{name}, line...)
		all = append(all, line)
	}
	return all
}

// After a search the loop ends.
func withFirst(numbers []int, wanted int) []int {
	for _, number := range numbers {
		if number == wanted {
			numbers = append([]int{0}, numbers...)
			break
		}
	}
	return numbers
}

// Another place than the front, and another slice than the one that grows.
func inserted(numbers []int, more []int) ([]int, []int) {
	both := numbers
	for i, number := range more {
		numbers = slices.Insert(numbers, i, number)
		both = append([]int{number}, more...)
	}
	return numbers, both
}

// Once.
func once(first string, rest []string) []string {
	rest = append([]string{first}, rest...)
	return rest
}

// Three turns are few.
func few(n int) []int {
	var out []int
	for i := 0; i < 3; i++ {
		out = append([]int{n * i}, out...)
	}
	return out
}
