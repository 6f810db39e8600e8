// Package growth lets slices, maps and the things built of them grow.
package growth

import "example.com/dep"

var (
	sinkInts  []int
	sinkMap   map[int]int
	sinkRows  [][]int
	sinkNames []string
	sinkLen   int
)

const size = 100

//go:noinline
func appendOneByOne() {
	var numbers []int
	for i := range size {
		numbers = append(numbers, i) // @site append-grows
	}
	sinkInts = numbers
}

//go:noinline
func appendPresized() {
	numbers := make([]int, 0, size) // @site make-presized each=1
	for i := range size {
		numbers = append(numbers, i) // @site append-presized each=0
	}
	sinkInts = numbers
}

//go:noinline
func appendSlice(to []int) {
	sinkInts = append(to[:len(to):len(to)], 1, 2, 3) // @site append-slice each=1
}

//go:noinline
func makeDynamic(n int) {
	sinkInts = make([]int, n) // @site make-dynamic each=1
}

//go:noinline
func mapGrows() {
	squares := map[int]int{} // @site map-literal
	for i := range size {
		squares[i] = i * i // @site map-grows
	}
	sinkMap = squares
}

//go:noinline
func mapPresized() {
	squares := make(map[int]int, size) // @site map-presized
	for i := range size {
		squares[i] = i * i // @site map-presized-write sometimes
	}
	sinkMap = squares
}

//go:noinline
func matrix() {
	rows := make([][]int, 8) // @site matrix-outer each=1
	for i := range rows {
		rows[i] = make([]int, 8) // @site matrix-rows each=8
	}
	sinkRows = rows
}

//go:noinline
func small() int {
	numbers := make([]int, 8) // @site make-on-stack each=0
	for i := range numbers {
		numbers[i] = i
	}
	return numbers[3]
}

//go:noinline
func fromModule() {
	sinkInts = dep.Numbers(20) // @site vendored-call each=1
}

//go:noinline
func twoOnOneLine() {
	sinkInts, sinkNames = make([]int, 4), make([]string, 5) // @site two-on-one-line each=2
}

// Retained stays reachable, so that it is in use when the profile is written.
var Retained [][]byte

//go:noinline
func retain() {
	Retained = append(Retained, make([]byte, 1000)) // @site retained
}

// Run calls every function once.
func Run(n int) {
	appendOneByOne()
	appendPresized()
	appendSlice(sinkInts)
	makeDynamic(30 + n%2)
	mapGrows()
	mapPresized()
	matrix()
	sinkLen = small()
	fromModule()
	twoOnOneLine()
	retain()
}
