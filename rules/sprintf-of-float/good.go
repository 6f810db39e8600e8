package sprintfoffloat

import "strconv"

// PriceGood is an amount with two digits behind the point.
func PriceGood(amount float64) string {
	return strconv.FormatFloat(amount, 'f', 2, 64)
}

// ValuesGood are samples as text.
func ValuesGood(samples []float64) []string {
	values := make([]string, len(samples))
	for i, sample := range samples {
		values[i] = strconv.FormatFloat(sample, 'g', -1, 64)
	}
	return values
}

// RatioGood is a share as text.
func RatioGood(part, whole float32) string {
	return strconv.FormatFloat(float64(part/whole), 'g', -1, 32)
}
