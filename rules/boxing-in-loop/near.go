package boxinginloop

import (
	"container/list"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"sync"
	"testing"
)

const width int64 = 4096

// Pointers, maps, channels and functions fit into an interface as they are.
func pointers(points []point, parents map[string]*point, shared *sync.Map) *list.List {
	out := list.New()
	for i := range points {
		out.PushBack(&points[i])
	}
	for name, parent := range parents {
		_ = name
		shared.Store(parent, parents)
	}
	return out
}

// Constants and values of one byte have their boxes in the program already.
func constants(w io.Writer, flags []bool, raw []byte) {
	for i := range flags {
		fmt.Fprintln(w, "flag", width, 1<<20, flags[i])
	}
	for _, b := range raw {
		fmt.Fprintf(w, "%02x", b)
	}
}

// What is an interface already is passed on.
func interfaces(w io.Writer, problems []error, values []any, names []fmt.Stringer) {
	for i := range values {
		fmt.Fprintln(w, values[i], names[i])
	}
	for _, problem := range problems {
		fmt.Fprintf(w, "problem: %v\n", problem)
	}
	for range problems {
		fmt.Fprintln(w, values...)
	}
}

// Once: the loop ends with the call, or is not around it.
func once(w io.Writer, sizes []int) error {
	for i, size := range sizes {
		if size < 0 {
			return fmt.Errorf("size %d at %d", size, i) // want error-formatted-per-call
		}
	}
	for i, size := range sizes {
		if size > 1<<20 {
			fmt.Fprintf(w, "first large one is %d at %d\n", size, i)
			break
		}
	}
	fmt.Fprintf(w, "%d sizes\n", len(sizes))
	return nil
}

// A literal in a loop is not a call in a loop.
func deferred(w io.Writer, sizes []int) []func() {
	out := make([]func(), 0, len(sizes))
	for _, size := range sizes {
		out = append(out, func() { fmt.Fprintf(w, "%d\n", size) })
	}
	return out
}

// Messages about what rarely happens stay readable.
func rare(sizes []int) int {
	sum := 0
	for i, size := range sizes {
		if size < 0 {
			log.Printf("negative size %d at %d is left out", size, i)
			continue
		}
		sum += size
	}
	for i, size := range sizes {
		if size > sum/2 {
			fmt.Fprintf(os.Stderr, "%d is large: %d\n", i, size)
		}
	}
	return sum
}

type numbers struct{ values []int }

func (n *numbers) Push(value int)    { n.values = append(n.values, value) }
func (n *numbers) Store(_, size int) { n.values = append(n.values, size) }

// Methods of the same names that take what they are given.
func typed(sizes []int) int {
	var kept numbers
	var open stackOf[point]
	for i, size := range sizes {
		kept.Push(size)
		kept.Store(i, size)
		open.Push(point{x: i})
	}
	return len(kept.values) + len(open.values)
}

type printer struct{ lines int }

func (p *printer) Fprintf(_ io.Writer, _ string, lines ...int) {
	for _, line := range lines {
		p.lines += line
	}
}

// A variable that hides the package.
func shadowed(w io.Writer, sizes []int) int {
	var fmt printer
	for _, size := range sizes {
		fmt.Fprintf(w, "%d", size)
	}
	return fmt.lines
}

// A test has no other way to say what failed, whether on every turn or not.
func failures(t *testing.T, tb testing.TB, names []string) {
	for _, name := range names {
		t.Errorf("%s is left over", name)
		tb.Logf("%s", name)
	}
}

// What ends the loop runs once, whoever ends it: a test that fails, a logger, both branches of an if.
func lastWords(t *testing.T, logger *log.Logger, w io.Writer, sizes []int) {
	for _, size := range sizes {
		if size < 0 {
			fmt.Fprintf(w, "size %d\n", size)
			t.Fatal("a negative size")
		}
		if size == 0 {
			fmt.Fprintf(w, "size %d\n", size)
			logger.Fatalln("an empty size")
		}
		if size > 1<<20 {
			fmt.Fprintf(w, "size %d\n", size)
			if size > 1<<30 {
				t.Skip("too large")
			} else {
				return
			}
		}
	}
}

// Counters of loops with few turns: Go has the boxes of numbers below 256.
func few(w io.Writer) {
	for i := 0; i < 3; i++ {
		fmt.Fprintf(w, "num%d\n", i)
	}
	const columns = 80
	for i := range columns {
		fmt.Fprintf(w, "%d ", i+1)
	}
	tests := []struct{ text string }{{"a"}, {"b"}}
	for i := range tests {
		fmt.Fprintln(w, i)
	}
	for i := range []string{"a", "b", "c"} {
		fmt.Fprintln(w, i)
	}
}

// Nothing says that this one ever gets beyond 255.
func holes(w io.Writer, texts []string) {
	count := 0
	for _, text := range texts {
		if text == "" {
			fmt.Fprintf(w, "{%d}", count)
			count++
		}
	}
}

type colour int

const (
	red colour = iota
	green
	blue
)

// An enumeration has few values, and all are small.
func enumerated(w io.Writer, states map[string]http.ConnState, colours []colour) {
	for _, state := range states {
		fmt.Fprintln(w, state)
	}
	for _, one := range colours {
		fmt.Fprintln(w, one, red, green, blue)
	}
}

// A line about the unusual is printed on few turns. Without a profile nothing is said of it, nor of formats that pad, for which
// nothing stands but fmt, nor of loggers and maps that take interfaces only.
func unusual(w io.Writer, names []string, sizes map[string]int, cache *sync.Map, logger *log.Logger) {
	for _, name := range names {
		if len(name) > 100 {
			fmt.Fprintf(w, "%s is long\n", name)
		}
		fmt.Fprintf(w, "%-20s %6d\n", name, sizes[name])
		cache.Store(name, sizes[name])
		logger.Printf("size of %s is %d", name, sizes[name])
	}
}

// Levels and places are small numbers, as a rule, which Go has boxed already. Without a profile nothing is said of numbers alone.
func places(w io.Writer, levels []int) {
	for place, level := range levels {
		fmt.Fprintf(w, "%d: %d\n", place, level)
	}
}
