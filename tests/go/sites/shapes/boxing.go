// Package shapes has methods of every kind, in a file whose name another package has too.
package shapes

var (
	sink  []int
	maker interface{ make(int) []int }
)

type base struct{ extra int }

//go:noinline
func (b *base) make(n int) []int {
	return make([]int, n+b.extra) // @site promoted-method each=2
}

// outer promotes base.make.
type outer struct{ base }

type value struct{ n int }

//go:noinline
func (v value) make(n int) []int {
	return make([]int, n+v.n) // @site value-method each=2
}

type wide struct{ *value }

//go:noinline
func recursive(n int) []int {
	if n == 0 {
		return make([]int, 25) // @site recursion each=1
	}
	return append(recursive(n-1), n) // @site recursion-append
}

// inner is inlined: its frame lies above the caller's.
func inner(n int) []int {
	return make([]int, n+5) // @site inlined-make each=1
}

//go:noinline
func callsInlined(n int) { sink = inner(n) }

func ünïcode(n int) []int {
	return make([]int, n+60) // @site unicode-name each=1
}

// Run calls every function once.
func Run(n int) {
	sink = (&outer{base{5}}).make(10)
	maker = &outerShared
	sink = maker.make(11)
	sink = value{3}.make(12)
	maker = wideShared
	sink = maker.make(13)
	sink = recursive(2)
	callsInlined(n%2 + 20)
	sink = ünïcode(n % 2)
}

var (
	outerShared = outer{base{1}}
	wideShared  = wide{&value{2}}
)
