package collectwithoutcapacity

import (
	"maps"
	"slices"
)

// NamesGood is the names of all users, in order.
func NamesGood(users map[string]int) []string {
	names := slices.AppendSeq(make([]string, 0, len(users)), maps.Keys(users))
	slices.Sort(names)
	return names
}

// SumGood adds up a copy of all values.
func SumGood(users map[string]int) int {
	values := slices.AppendSeq(make([]int, 0, len(users)), maps.Values(users))
	slices.Sort(values)
	sum := 0
	for i, value := range values {
		sum += i * value
	}
	return sum
}
