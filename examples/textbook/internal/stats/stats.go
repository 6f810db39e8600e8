// Package stats computes over numbers of whatever integer type the caller has.
package stats

// Sum adds up the values; what is not an integer counts nothing.
func Sum(values ...any) int64 {
	var total int64
	for _, value := range values {
		switch n := value.(type) {
		case int:
			total += int64(n)
		case int64:
			total += n
		}
	}
	return total
}

// Max is the largest of the values, and 0 for none.
func Max(values ...any) int64 {
	var largest int64
	for _, value := range values {
		if n, ok := value.(int64); ok && n > largest {
			largest = n
		} else if n, ok := value.(int); ok && int64(n) > largest {
			largest = int64(n)
		}
	}
	return largest
}
