package appendwithoutcapacity

import "bufio"

// A filter: how many pass is not known.
func adults(users []User) []User {
	var adults []User
	for _, user := range users {
		if user.Age >= 18 {
			adults = append(adults, user) // want filter-without-capacity
		}
	}
	return adults
}

// The same filter written with continue.
func named(users []User) []User {
	var named []User
	for _, user := range users {
		if user.Name == "" {
			continue
		}
		named = append(named, user) // want filter-without-capacity
	}
	return named
}

// A search: the loop ends where the first one is found.
func until(users []User, name string) []User {
	var before []User
	for _, user := range users {
		if user.Name == name {
			break
		}
		before = append(before, user) // want filter-without-capacity
	}
	return before
}

// Nobody knows how much a channel or a scanner will give.
func drain(values <-chan int, lines *bufio.Scanner) ([]int, []string) {
	var all []int
	for value := range values {
		all = append(all, value)
	}
	var text []string
	for lines.Scan() {
		text = append(text, lines.Text())
	}
	return all, text
}

// An iterator does not say how often it will yield.
func collect(each func(yield func(int) bool)) []int {
	var all []int
	for value := range each {
		all = append(all, value)
	}
	return all
}

// Two appends per turn, or whole slices: the length of the loop is not the length of the result.
func pairs(words []string, groups [][]string) ([]string, []string) {
	var pairs []string
	for _, word := range words {
		pairs = append(pairs, word, word)
	}
	var flat []string // want flatten-without-capacity
	for _, group := range groups {
		flat = append(flat, group...)
	}
	return pairs, flat
}

// Filled from two loops, and sized already in the second case.
func both(a, b []int, sized []int) []int {
	var all []int
	for _, value := range a {
		for range b {
			all = append(all, value)
		}
	}
	out := make([]int, 0, len(a))
	for _, value := range a {
		out = append(out, value)
	}
	for _, value := range b { // want append-element-by-element
		sized = append(sized, value)
	}
	return append(all, append(out, sized...)...)
}

// The loop itself makes the list longer, so its length is not known when it starts.
func worklist(first int) []int {
	var seen []int
	queue := []int{first}
	for i := 0; i < len(queue); i++ {
		seen = append(seen, queue[i])
		if queue[i] > 1 {
			queue = append(queue, queue[i]/2)
		}
	}
	return seen
}

// Something is in it before the loop starts.
func withHeader(rows []string) []string {
	var lines []string
	lines = append(lines, "header")
	for _, row := range rows { // want append-element-by-element
		lines = append(lines, row)
	}
	return lines
}

// Three turns are few, and known to the compiler.
func few() []int {
	var few []int
	for i := 0; i < 3; i++ {
		few = append(few, i)
	}
	return few
}

// A function of one's own called append.
func shadowed(values []int) int {
	append := func(sum, value int) int { return sum + value }
	var sum int
	for _, value := range values {
		sum = append(sum, value)
	}
	return sum
}

// A fresh slice on every turn that gets one element.
func fresh(values []int) [][]int {
	all := make([][]int, 0, len(values))
	for _, value := range values {
		var one []int
		one = append(one, value)
		all = append(all, one)
	}
	return all
}

// A buffer that every turn fills anew, by several appends.
func render(names []string, write func([]byte)) {
	var line []byte
	for _, name := range names {
		line = line[:0]
		line = append(line, '>')
		line = append(line, name...)
		write(line)
	}
}

// Three turns are two allocations.
func fewNames() []string {
	var names []string
	for _, name := range []string{"a", "b", "c"} {
		names = append(names, name+name)
	}
	return names
}

// The loop ends at the first gap: how far it gets the length does not say. Without a profile nothing is said of it.
func untilGap(values []int) []int {
	var all []int
	for i, value := range values {
		all = append(all, value)
		if i > 0 && value > values[i-1]+1 {
			break
		}
	}
	return all
}

// A search that gives up early, without an error.
func visited(values []int, wanted int) ([]int, bool) {
	var all []int
	for _, value := range values {
		if value == wanted {
			return nil, false
		}
		all = append(all, value)
	}
	return all, true
}

// One more element follows, so that the capacity would be outgrown after all.
func withEnd(names []string) []string {
	var all []string
	for _, name := range names {
		all = append(all, name)
	}
	all = append(all, "end")
	return all
}

// Arguments are a few, as a rule.
func doubled(values ...int) []int {
	var all []int
	for _, value := range values {
		all = append(all, 2*value)
	}
	return all
}

var directions = []string{"north", "east", "south", "west"}

// The package says how many turns these are, and the function how many the others.
func corners() ([]string, []int) {
	var all []string
	for _, direction := range directions {
		all = append(all, direction[:1])
	}
	count := 3
	var numbers []int
	for i := 0; i < count; i++ {
		numbers = append(numbers, i*i)
	}
	return all, numbers
}

// A literal that is called for several lists fills the slice further each time, and the length is not known where it is declared.
func collected(left, right []int, each func(all func(some []int))) []int {
	var all []int
	each(func(some []int) {
		for _, value := range some {
			all = append(all, value)
		}
	})
	return all
}

// Options are what people write by hand: a few, which lie on the stack at first. Without a profile nothing is said of them.
type Options struct {
	Names []string
}

func (o *Options) trimmed(args []string) ([]string, []string) {
	var names []string
	for _, name := range o.Names {
		names = append(names, name[1:])
	}
	var rest []string
	for _, arg := range args[1:] {
		rest = append(rest, arg[1:])
	}
	return names, rest
}

// The errors of one turn are one or two.
func messages(errs []error) []string {
	var all []string
	for _, err := range errs {
		all = append(all, err.Error())
	}
	return all
}

// Shards are a few, as a rule: but see Setups, whose elements do not fit onto the stack.
func places(shards []User) []*User {
	var all []*User
	for i := range shards {
		all = append(all, &shards[i])
	}
	return all
}

// What is ranged over might be two or three: up to eight pointers and numbers, or four strings, take one object with a capacity and
// without. Without a profile nothing is said of them.
func small(in []int, byCity map[string]int, n int) ([]*int, []string, []int) {
	var all []*int
	for i := range in {
		all = append(all, &in[i])
	}
	var cities []string
	for city := range byCity {
		cities = append(cities, city)
	}
	var squares []int
	for i := range n {
		squares = append(squares, i*i)
	}
	return all, cities, squares
}
