package boxinginloop

import (
	"container/list"
	"fmt"
	"io"
	"log"
	"os"
	"sync"
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
			return fmt.Errorf("size %d at %d", size, i)
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
