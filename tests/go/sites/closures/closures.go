// Package closures makes function values, some of which allocate inside.
package closures

import (
	"sync"

	"example.com/dep"
)

var (
	sink     func() int
	sinkInts []int
	sinkSum  int
)

//go:noinline
func capture(n int) {
	sink = func() int { return n } // @site closure each=1
}

//go:noinline
func captureByReference(n int) {
	total := n          // @site variable-moved-to-heap
	sink = func() int { // @site closure-by-reference each=1
		total++
		return total
	}
}

//go:noinline
func callback() {
	dep.Each(3, func(i int) {
		sinkInts = make([]int, i+10) // @site make-in-callback each=3
	})
}

//go:noinline
func nested(n int) func() func() []int {
	return func() func() []int { // @site closure-outer each=1
		return func() []int { // @site closure-inner each=1
			return make([]int, n) // @site make-two-literals-deep each=1
		}
	}
}

// lengthen is inlined into its callers, and with it the literal that it makes.
func lengthen(n int) func() []int {
	return func() []int {
		return make([]int, n+20) // @site make-in-inlined-closure each=2
	}
}

//go:noinline
func callInlined(n int) {
	sinkInts = lengthen(n)()
}

//go:noinline
func callInlinedInLiteral(n int) {
	func() {
		f := lengthen(n + 1)
		sinkInts = f()
	}()
}

type counter struct{ n int }

func (c *counter) next() int {
	c.n++
	return c.n
}

//go:noinline
func methodValue(c *counter) {
	sink = c.next // @site method-value each=1
}

//go:noinline
func deferred() {
	defer func() {
		sinkInts = make([]int, 11) // @site make-in-defer each=1
	}()
	sinkSum++
}

//go:noinline
func inGoroutine(n int) {
	var wait sync.WaitGroup // @site waitgroup-moved-to-heap each=1
	wait.Add(1)
	go func() { // @site goroutine
		defer wait.Done()
		sinkInts = make([]int, n) // @site make-in-goroutine each=1
	}()
	wait.Wait()
}

var shared = &counter{}

// Run calls every function once.
func Run(n int) {
	capture(n)
	captureByReference(n)
	callback()
	sinkInts = nested(n%5 + 10)()()
	callInlined(n % 3)
	callInlinedInLiteral(n % 3)
	methodValue(shared)
	deferred()
	inGoroutine(12)
}
