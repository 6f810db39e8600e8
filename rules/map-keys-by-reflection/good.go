package mapkeysbyreflection

import "reflect"

// TotalGood adds the values of a map of whole numbers.
func TotalGood(numbers any) (total int64) {
	for iter := reflect.ValueOf(numbers).MapRange(); iter.Next(); {
		total += iter.Value().Int()
	}
	return total
}

// LongestGood is the length of the longest key.
func LongestGood(texts any) (length int) {
	for iter := reflect.ValueOf(texts).MapRange(); iter.Next(); {
		length = max(length, iter.Key().Len())
	}
	return length
}
