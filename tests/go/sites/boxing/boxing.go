// Package boxing puts values into interfaces.
package boxing

import (
	"errors"
	"fmt"
	"sort"
)

var (
	sink    any
	sinkErr error
	sinkStr string
	args    []any
)

type point struct{ x, y, z int }

// Area is only here to make point a Shape.
func (p point) Area() int { return p.x * p.y }

// Shape is implemented by point.
type Shape interface{ Area() int }

//go:noinline
func boxInt(n int) {
	sink = n // @site box-int
}

//go:noinline
func boxSmallInt(n int) {
	sink = n & 127 // @site box-small-int each=0
}

//go:noinline
func boxStruct(n int) {
	sink = point{n, n, n} // @site box-struct each=1
}

//go:noinline
func boxString(s string) {
	sink = s // @site box-string each=1
}

//go:noinline
func boxPointer(p *point) {
	sink = p // @site box-pointer each=0
}

//go:noinline
func boxForMethod(p point) int {
	return area(p) // @site box-argument each=1
}

//go:noinline
func area(s Shape) int {
	sink = s
	return s.Area()
}

//go:noinline
func keep(values ...any) {
	args = values
}

//go:noinline
func boxVariadic(s string, n int) {
	keep(s, n) // @site box-variadic
}

//go:noinline
func formatInt(n int) {
	sinkStr = fmt.Sprintf("%d items", n) // @site sprintf
}

//go:noinline
func newError() {
	sinkErr = errors.New("no such thing") // @site errors-new each=1
}

//go:noinline
func wrapError(n int) {
	sinkErr = fmt.Errorf("item %d: %w", n, sinkErr) // @site errorf
}

type byX []point

func (b byX) Len() int           { return len(b) }
func (b byX) Less(i, j int) bool { return b[i].x < b[j].x }
func (b byX) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

//go:noinline
func sortInterface(points []point) {
	sort.Sort(byX(points)) // @site sort-interface each=1
}

var points = []point{{3, 0, 0}, {1, 0, 0}, {2, 0, 0}} // @site points once=0

// Run calls every function once.
func Run(n int) {
	boxInt(n + 1000)
	boxSmallInt(n)
	boxStruct(n)
	boxString("a string")
	boxPointer(&points[0])
	boxForMethod(points[0])
	boxVariadic("a string", n+1000)
	formatInt(n + 1000)
	newError()
	wrapError(n + 1000)
	sinkErr = nil
	sortInterface(points)
}
