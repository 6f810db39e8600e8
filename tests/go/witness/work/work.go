// Package work spends time where heap profiles see nothing, and where they see all of it.
package work

import "strings"

// Shape has an area.
type Shape interface{ Area() float64 }

// Named has a name.
type Named interface{ Name() string }

// Square is both.
type Square struct{ side float64 }

// Area of it.
func (s Square) Area() float64 { return s.side * s.side }

// Name of it.
func (s Square) Name() string { return "square" }

// Circle has an area alone.
type Circle struct{ radius float64 }

// Area of it.
func (c Circle) Area() float64 { return 3 * c.radius * c.radius }

// Shapes are of two kinds.
func Shapes(count int) []any {
	shapes := make([]any, 0, count)
	for n := range count {
		if n%2 == 0 {
			shapes = append(shapes, Square{side: float64(n)})
		} else {
			shapes = append(shapes, Circle{radius: float64(n)})
		}
	}
	return shapes
}

// Assert asks each shape what it can do: the look-up is the runtime's.
//
//go:noinline
func Assert(shapes []any) int {
	named := 0
	for _, shape := range shapes {
		if _, ok := shape.(Named); ok { // @time assert
			named++
		}
	}
	return named
}

// Switch asks for interfaces by a type switch.
//
//go:noinline
func Switch(shapes []any) int {
	kinds := 0
	for _, shape := range shapes {
		switch shape.(type) { // @time switch
		case Named:
			kinds++
		case Shape:
			kinds += 2
		}
	}
	return kinds
}

// Count hashes each word.
//
//go:noinline
func Count(words []string, counts map[string]int) {
	for _, word := range words {
		counts[word]++ // @time map
	}
}

// Words makes words, one string each.
//
//go:noinline
func Words(count int) []string {
	words := make([]string, 0, count)
	for n := range count {
		words = append(words, strings.Repeat("w", 1+n%50)) // @time library
	}
	return words
}

type tree struct{ left, right *tree }

// Grow allocates small objects that live for a while: the collector takes its part.
//
//go:noinline
func Grow(depth int) *tree {
	if depth == 0 {
		return &tree{} // @time leaf
	}
	return &tree{left: Grow(depth - 1), right: Grow(depth - 1)} // @time node
}
