// Package stats computes over numbers of whatever integer type the caller has.
package stats

// Integer is any of the integer types that the shop counts in.
type Integer interface{ ~int | ~int64 }

// Sum adds up the values.
func Sum[T Integer](values []T) int64 {
	var total int64
	for _, value := range values {
		total += int64(value)
	}
	return total
}

// Max is the largest of the values, and 0 for none.
func Max[T Integer](values []T) int64 {
	var largest int64
	for _, value := range values {
		largest = max(largest, int64(value))
	}
	return largest
}
