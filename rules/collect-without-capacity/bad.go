package collectwithoutcapacity

import (
	"maps"
	"slices"
)

// Names is the names of all users, in order.
func Names(users map[string]int) []string {
	return slices.Sorted(maps.Keys(users)) // want collect-without-capacity
}

// Sum adds up a copy of all values.
func Sum(users map[string]int) int {
	values := slices.Collect(maps.Values(users)) // want collect-without-capacity
	slices.Sort(values)
	sum := 0
	for i, value := range values {
		sum += i * value
	}
	return sum
}
