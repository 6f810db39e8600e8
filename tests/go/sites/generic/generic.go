// Package generic allocates inside generic code.
package generic

import "cmp"

var (
	sinkInts    []int
	sinkStrings []string
	sinkNode    any
)

// Map is instantiated with several types.
//
//go:noinline
func Map[T, U any](items []T, f func(T) U) []U {
	mapped := make([]U, 0, len(items)) // @site generic-make each=2
	for _, item := range items {
		mapped = append(mapped, f(item)) // @site generic-append each=0
	}
	return mapped
}

// Stack has methods with a pointer receiver.
type Stack[T any] struct{ items []T }

//go:noinline
func (s *Stack[T]) Push(item T) {
	s.items = append(s.items, item) // @site generic-method-append
}

// Each makes a closure in a generic method.
//
//go:noinline
func (s Stack[T]) Each() func() []T {
	return func() []T { // @site generic-closure each=1
		return append([]T(nil), s.items...) // @site append-in-generic-closure each=1
	}
}

type node[K cmp.Ordered, V any] struct {
	key         K
	value       V
	left, right *node[K, V]
}

//go:noinline
func (n *node[K, V]) insert(key K, value V) *node[K, V] {
	if n == nil {
		return &node[K, V]{key: key, value: value} // @site generic-new each=3
	}
	if key < n.key {
		n.left = n.left.insert(key, value)
	} else {
		n.right = n.right.insert(key, value)
	}
	return n
}

var numbers = []int{1, 2, 3, 4, 5, 6, 7, 8}

// Run calls every function once.
func Run(n int) {
	sinkInts = Map(numbers, func(i int) int { return i * n })
	sinkStrings = Map(numbers, func(i int) string { return "number" })
	var stack Stack[string]
	for range 5 {
		stack.Push("item")
	}
	sinkStrings = stack.Each()()
	var root *node[string, int]
	for _, key := range []string{"b", "a", "c"} {
		root = root.insert(key, n)
	}
	sinkNode = root
}
