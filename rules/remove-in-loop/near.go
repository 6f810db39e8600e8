package removeinloop

import "slices"

// One is removed, and the loop ends.
func without(numbers []int, wanted int) []int {
	for i, number := range numbers {
		if number == wanted {
			numbers = append(numbers[:i], numbers[i+1:]...)
			break
		}
	}
	for i := range numbers {
		if numbers[i] == wanted {
			return slices.Delete(numbers, i, i+1)
		}
	}
	return numbers
}

// From the end, and from the front: nothing moves.
func ends(numbers []int) int {
	sum := 0
	for len(numbers) > 1 {
		sum += numbers[0] + numbers[len(numbers)-1]
		numbers = numbers[1:]
		numbers = numbers[:len(numbers)-1]
	}
	return sum
}

// A slice of the turn's own.
func each(groups [][]int, i int) [][]int {
	all := make([][]int, 0, len(groups))
	for _, group := range groups {
		group = append(group[:i], group[i+1:]...)
		all = append(all, group)
	}
	return all
}

// Another slice takes the parts.
func split(numbers []int) [][]int {
	all := make([][]int, 0, len(numbers))
	for i := range numbers {
		rest := append(numbers[:i:i], numbers[i+1:]...)
		all = append(all, rest)
	}
	return all
}

// Each turn removes another element, wherever it is.
func decimate(values []int, turns int, next func(int) int) []int {
	for i := 0; i < turns; i++ {
		at := next(len(values))
		values = append(values[:at], values[at+1:]...)
	}
	return values
}

// After a removal the search begins again: one pass would compare other pairs.
func merged(values []int) []int {
outer:
	for i := 0; i < len(values); i++ {
		for j := i + 1; j < len(values); j++ {
			if values[i] == values[j]+1 {
				values = append(values[:j], values[j+1:]...)
				i--
				continue outer
			}
		}
	}
	return values
}
