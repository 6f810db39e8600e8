package removeinloop

import "slices"

// Odd removes even numbers.
func Odd(numbers []int) []int {
	for i := 0; i < len(numbers); i++ {
		if numbers[i]%2 == 0 {
			numbers = append(numbers[:i], numbers[i+1:]...) // want remove-in-loop
			i--
		}
	}
	return numbers
}

// Present removes empty names.
func Present(names []string) []string {
	for i := len(names) - 1; i >= 0; i-- {
		if names[i] == "" {
			names = slices.Delete(names, i, i+1) // want remove-in-loop
		}
	}
	return names
}
