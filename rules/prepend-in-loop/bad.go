package prependinloop

import "slices"

// Node is a part of a tree that knows what it is a part of.
type Node struct {
	Name   string
	Parent *Node
}

// Path is the names from the root to a node.
func Path(node *Node) []string {
	var path []string
	for ; node != nil; node = node.Parent {
		path = append([]string{node.Name}, path...) // want prepend-in-loop
	}
	return path
}

// Digits is a number in base ten, the largest digit first.
func Digits(n uint64) []byte {
	var digits []byte
	for ; n > 0; n /= 10 {
		digits = slices.Insert(digits, 0, byte(n%10)) // want prepend-in-loop
	}
	return digits
}

// Backwards turns numbers around.
func Backwards(numbers []int) []int {
	out := []int{}
	for _, number := range numbers {
		out = slices.Concat([]int{number}, out) // want prepend-in-loop
	}
	return out
}
