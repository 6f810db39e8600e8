package mapkeysbyreflection

import "reflect"

// Total adds the values of a map of whole numbers.
func Total(numbers any) (total int64) {
	v := reflect.ValueOf(numbers)
	for _, key := range v.MapKeys() { // want map-keys-by-reflection
		total += v.MapIndex(key).Int()
	}
	return total
}

// Longest is the length of the longest key.
func Longest(texts any) (length int) {
	for _, key := range reflect.ValueOf(texts).MapKeys() { // want map-keys-by-reflection
		length = max(length, key.Len())
	}
	return length
}
