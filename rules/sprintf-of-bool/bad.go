package sprintfofbool

import "fmt"

// Field is a setting as text.
func Field(on bool) string {
	return fmt.Sprintf("%t", on) // want sprintf-of-bool
}

// Labels says which of the numbers are even.
func Labels(numbers []int) []string {
	labels := make([]string, len(numbers))
	for i, number := range numbers {
		labels[i] = fmt.Sprint(number%2 == 0) // want sprintf-of-bool
	}
	return labels
}

// Value is a value as text.
func Value(known map[string]bool, name string) string {
	return fmt.Sprintf("%v", known[name]) // want sprintf-of-bool
}
