package mapkeysbyreflection

import (
	"reflect"
	"sort"
)

// In order.
func sorted(v reflect.Value) (names []string) {
	keys := v.MapKeys()
	sort.Slice(keys, func(i, j int) bool { return keys[i].String() < keys[j].String() }) // want sort-by-reflection
	for _, key := range keys {
		names = append(names, key.String())
	}
	return names
}

type index struct{ keys []string }

func (i index) MapKeys() []string { return i.keys }

// Something else of this name.
func other(i index) (length int) {
	for _, key := range i.MapKeys() {
		length += len(key)
	}
	return length
}
