package sprintfoffloat

import "fmt"

// Price is an amount with two digits behind the point.
func Price(amount float64) string {
	return fmt.Sprintf("%.2f", amount) // want sprintf-of-float
}

// Values are samples as text.
func Values(samples []float64) []string {
	values := make([]string, len(samples))
	for i, sample := range samples {
		values[i] = fmt.Sprintf("%v", sample) // want sprintf-of-float
	}
	return values
}

// Ratio is a share as text.
func Ratio(part, whole float32) string {
	return fmt.Sprint(part / whole) // want sprintf-of-float
}
