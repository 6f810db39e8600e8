package removeinloop

import "slices"

// OddGood removes even numbers.
func OddGood(numbers []int) []int {
	kept := numbers[:0]
	for _, number := range numbers {
		if number%2 != 0 {
			kept = append(kept, number)
		}
	}
	return kept
}

// PresentGood removes empty names.
func PresentGood(names []string) []string {
	return slices.DeleteFunc(names, func(name string) bool { return name == "" })
}
