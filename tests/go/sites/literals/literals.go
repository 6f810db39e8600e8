// Package literals writes composite literals, in functions and at package level.
package literals

import "strings"

type address struct {
	street string
	number int
}

type person struct {
	name    string
	home    *address
	aliases []string
	scores  map[string]int
}

var (
	sink        *person
	sinkPeople  []*person
	sinkAddress address
)

// Package-level initialisers run once, in pkg.init.
var (
	table    = strings.Repeat("x", 500)       // @site package-variable-call once=1
	lookup   = map[string]int{"a": 1, "b": 2} // @site package-variable-map
	produced = func() []int {
		return make([]int, len(table)) // @site package-variable-literal once=1
	}()
)

//go:noinline
func pointerToLiteral(n int) {
	sink = &person{name: "a"} // @site pointer-to-literal each=1
	sinkAddress = address{"b", n}
}

//go:noinline
func nestedLiteral(n int) {
	sink = &person{ // @site nested-outer each=1
		name: "c",
		home: &address{ // @site nested-inner each=1
			street: "d",
			number: n,
		},
		aliases: []string{ // @site nested-slice each=1
			"e",
			"f",
		},
		scores: map[string]int{ // @site nested-map
			"g": n,
		},
	}
}

//go:noinline
func sliceOfPointers() {
	sinkPeople = []*person{ // @site literal-slice each=1
		{name: "h"}, // @site literal-elided-pointer each=1
		{ // @site literal-elided-pointer-of-lines each=1
			name: "i",
		},
	}
}

//go:noinline
func newOf() {
	sink = new(person) // @site new each=1
}

// Run calls every function once.
func Run(n int) {
	pointerToLiteral(n)
	nestedLiteral(n)
	sliceOfPointers()
	newOf()
}
