package paddedstruct

import "net/http"

// Empty bytes at its end only: no order is smaller.
type packed struct {
	key  int64
	used bool
}

func one(key int64) *packed { return &packed{key: key} }

// Another order is smaller, but takes the same size class: 40 and 48 bytes are both 48.
type rounded struct {
	a bool
	b int64
	c bool
	d int64
	e int64
	f int64
}

func two() *rounded { return &rounded{d: 1} }

// The same struct as elements, where each byte counts.
func many(n int) []rounded {
	return make([]rounded, n) // want padded-struct
}

// Not ours to change.
func request() *http.Request { return &http.Request{} }

func requests(n int) []http.Request { return make([]http.Request, n) }

// A value that is no object of its own.
func value(key int64) int64 {
	entry := Entry{key: key}
	return entry.key + entry.value
}

// What a type parameter stands for, nobody knows.
type pair[T any] struct {
	used  bool
	value T
	last  bool
}

func pairOf[T any](value T) *pair[T] { return &pair[T]{value: value} }
