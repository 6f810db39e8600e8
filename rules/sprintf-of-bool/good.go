package sprintfofbool

import "strconv"

// FieldGood is a setting as text.
func FieldGood(on bool) string {
	return strconv.FormatBool(on)
}

// LabelsGood says which of the numbers are even.
func LabelsGood(numbers []int) []string {
	labels := make([]string, len(numbers))
	for i, number := range numbers {
		labels[i] = strconv.FormatBool(number%2 == 0)
	}
	return labels
}

// ValueGood is a value as text.
func ValueGood(known map[string]bool, name string) string {
	return strconv.FormatBool(known[name])
}
