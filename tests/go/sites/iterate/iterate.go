// Package iterate ranges over functions.
package iterate

import (
	"iter"
	"maps"
	"slices"
)

var (
	sink     []int
	sinkRows [][]int
)

// upTo is too large to inline where it matters: its body calls yield twice.
//
//go:noinline
func upTo(n int) iter.Seq[int] {
	return func(yield func(int) bool) { // @site iterator-closure each=2
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

//go:noinline
func rangeOverFunc(n int) {
	for i := range upTo(n) { // @site range-over-func-state
		sink = make([]int, i+30) // @site make-in-range-over-func each=4
	}
}

//go:noinline
func nestedRangeOverFunc(n int) {
	for i := range upTo(n) { // @site nested-range-over-func-state
		for j := range slices.Values(sink[:2]) {
			sinkRows = make([][]int, i+j+10) // @site make-in-nested-range-over-func each=8
		}
	}
}

//go:noinline
func collect(m map[int]int) {
	sink = slices.Sorted(maps.Keys(m)) // @site sorted-keys
}

var squares = map[int]int{1: 1, 2: 4, 3: 9} // @site package-variable-map-of-ints

// Run calls every function once.
func Run(int) {
	rangeOverFunc(4)
	nestedRangeOverFunc(4)
	collect(squares)
}
