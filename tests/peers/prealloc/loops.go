// Package prealloc has what prealloc documents and what its users reported, and what heaplint says there.
package prealloc

import (
	"errors"
	"iter"
	"sort"
	"strconv"
)

// A power and what it comes from.
type power struct{ base, exponent, value int }

// range loops: `var x []T` before a range over a slice
func ofSlice(rows []int) []string {
	var names []string // want append-without-capacity
	for _, row := range rows {
		names = append(names, strconv.Itoa(row))
	}
	return names
}

// range loops: the same declared as `[]T{}`, `make([]T, 0)` and `[]T(nil)`
func otherDeclarations(rows []int) ([]int, []int, []int) {
	a := []int{}        // want append-without-capacity
	b := make([]int, 0) // want append-without-capacity
	c := []int(nil)     // want append-without-capacity
	for _, row := range rows {
		a = append(a, row+1)
		b = append(b, row+2)
		c = append(c, row+3)
	}
	return a, b, c
}

// range loops: over a map
func ofMap(users map[string]int) []int {
	var all []int // want append-without-capacity
	for _, age := range users {
		all = append(all, age)
	}
	return all
}

// range loops: the keys of a map
func keysOfMap(users map[string]int) []string {
	names := []string{} // want append-without-capacity
	for name := range users {
		names = append(names, name)
	}
	return names
}

// range loops: over a string and an array
func ofText(text string, days [366]int) ([]rune, []int) {
	var letters []rune // want append-without-capacity
	for _, letter := range text {
		letters = append(letters, letter)
	}
	var doubled []int          // want append-without-capacity
	for _, day := range days { // with a profile array-copied-by-range
		doubled = append(doubled, day*2)
	}
	return letters, doubled
}

// range loops: over an integer
func ofInteger(n int) []power {
	var squares []power // want append-without-capacity
	for i := range n {
		squares = append(squares, power{i, 2, i * i})
	}
	return squares
}

// range loops: numbers, pointers or strings, where no name says that there are more than a few
func ofSmall(in []string, n int) ([]*string, []int) {
	var all []*string // with a profile append-without-capacity
	for i := range in {
		all = append(all, &in[i])
	}
	var squares []int // with a profile append-without-capacity
	for i := range n {
		squares = append(squares, i*i)
	}
	return all, squares
}

// range loops: over five turns, of which the loop says so itself
func fewTurns() []int {
	var squares []int // none: growth to a handful of elements is not worth a finding
	for i := range 5 {
		squares = append(squares, i*i)
	}
	return squares
}

// range loops: over a channel, whose length nobody knows
func ofChannel(values chan int) []int {
	var all []int // none: nobody knows how many come
	for value := range values {
		all = append(all, value)
	}
	return all
}

// range loops: over an iterator or a function
func ofSequence(values iter.Seq[int], pairs func(func(int, int) bool)) []int {
	var all []int // none: nobody knows how many come
	for value := range values {
		all = append(all, value)
	}
	for _, value := range pairs {
		all = append(all, value)
	}
	return all
}

// for loops: `for i := 0; i < n; i++` (off by default in prealloc)
func counted(n int) []power {
	var squares []power // want append-without-capacity
	for i := 0; i < n; i++ {
		squares = append(squares, power{i, 2, i * i})
	}
	return squares
}

// for loops: without an end, or with a condition alone
func endless(next func() (int, bool)) []int {
	var all []int // none: nobody knows how many turns it takes
	for {
		value, more := next()
		if !more {
			return all
		}
		all = append(all, value)
	}
}

// simple: a loop that ends early by break
func cutShort(ids []int) []int {
	var found []int
	for _, id := range ids {
		if id < 0 {
			break
		}
		found = append(found, id) // with a profile filter-without-capacity
	}
	return found
}

// simple: a loop that returns with an error
func failing(texts []string) ([]int, error) {
	var numbers []int // want append-without-capacity
	for _, text := range texts {
		number, err := strconv.Atoi(text)
		if err != nil {
			return nil, err
		}
		numbers = append(numbers, number)
	}
	return numbers, nil
}

// simple: a break that belongs to a switch in the loop
func brokenSwitch(rows []int) []int {
	var all []int // want append-without-capacity
	for _, row := range rows {
		switch row {
		case 0:
			break
		default:
			row++
		}
		all = append(all, row)
	}
	return all
}

// conditional append: behind `if` (reported as a false positive by users)
func filtered(ids []int) []int {
	var found []int
	for _, id := range ids {
		if id > 100 {
			found = append(found, id) // with a profile filter-without-capacity
		}
	}
	return found
}

// conditional append: behind `if ... { continue }` (reported as a false positive by users)
func skipping(ids []int) []int {
	var found []int
	for _, id := range ids {
		if id < 100 {
			continue
		}
		found = append(found, id) // with a profile filter-without-capacity
	}
	return found
}

// append: without a value, or to another slice
func otherSlice(ids, base []int) []int {
	var last []int // none: the slice does not grow
	for _, id := range ids {
		last = append(base, id)
	}
	return last
}

// append: parts by `...` (reported as a false positive by users)
func flattened(rows [][]int) []int {
	var all []int // want flatten-without-capacity
	for _, row := range rows {
		all = append(all, row...)
	}
	return all
}

// nested loops: one slice filled by two loops, one in the other
func nested(rows [][]int) []int {
	var all []int // none: what the rows have in all is not known before another loop has counted it
	for _, row := range rows {
		for _, cell := range row {
			all = append(all, cell+1)
		}
	}
	return all
}

// nested loops: a slice that the inner loop fills anew on each turn
func perTurn(rows [][]int) [][]int {
	table := make([][]int, 0, len(rows))
	for _, row := range rows {
		var cells []int // want append-without-capacity
		for _, cell := range row {
			cells = append(cells, cell+1)
		}
		table = append(table, cells)
	}
	return table
}

// several loops: one after the other into one slice
func oneAfterAnother(first, second []int) []int {
	var all []int // with a profile append-without-capacity
	for _, id := range first {
		all = append(all, id+1)
	}
	for _, id := range second {
		all = append(all, id+2)
	}
	return all
}

// named types: a slice type of the package or of another
func namedTypes(rows []int) (sort.IntSlice, error) {
	var all sort.IntSlice // want append-without-capacity
	for _, row := range rows {
		all = append(all, row)
	}
	if len(all) == 0 {
		return nil, errors.New("empty") // with a profile error-made-per-call
	}
	return all, nil
}

// declarations: with a capacity already (reported as a false positive by users)
func withCapacity(ids []int) []int {
	var all []int = make([]int, 0, len(ids)) // none: this is the cure
	for _, id := range ids {
		all = append(all, id)
	}
	return all
}

// declarations: made before the loop by another statement (reported as a false positive by users)
func madeLater(ages map[string]int) (names []string) {
	names = make([]string, 0, len(ages)) // none: this is the cure
	for name := range ages {
		names = append(names, name)
	}
	return names
}

// declarations: a result with a name
func result(ids []int) (names []string) {
	for _, id := range ids {
		names = append(names, strconv.Itoa(id)) // none: prealloc is silent too: its declaration takes no capacity
	}
	return names
}

// straight-line code: appends without a loop, which prealloc counts too
func withoutLoop(first, second int) []int {
	var all []int
	all = append(all, first)
	all = append(all, second) // with a profile appends-in-a-row
	return all
}

// goto: a loop that is none for the language
func jumping(next func() (int, bool)) []int {
	var all []int // none: nobody knows how many turns it takes
again:
	value, more := next()
	if more {
		all = append(all, value)
		goto again
	}
	return all
}
