package boxinginloop

import (
	"container/list"
	"fmt"
	"io"
)

// WriteIDs writes one number per line.
func WriteIDs(w io.Writer, ids []int64) error {
	for _, id := range ids {
		if _, err := fmt.Fprintf(w, "%d\n", id); err != nil { // want boxing-in-loop
			return err
		}
	}
	return nil
}

// Latest keeps the last few readings in a list of any values.
func Latest(readings []float64, keep int) float64 {
	window := list.New() // want list-as-queue
	for _, reading := range readings {
		window.PushBack(reading) // want boxing-in-loop
		if window.Len() > keep {
			window.Remove(window.Front())
		}
	}
	sum := 0.0
	for at := window.Front(); at != nil; at = at.Next() {
		sum += at.Value.(float64)
	}
	return sum
}

type point struct{ x, y int }

type stack struct{ values []any }

func (s *stack) Push(value any) { s.values = append(s.values, value) }

// Walk visits the points of a diagonal, last in first out.
func Walk(steps int) int {
	open := stack{values: make([]any, 0, steps)}
	for i := 0; i < steps; i++ {
		open.Push(point{x: i, y: i}) // want boxing-in-loop
	}
	sum := 0
	for i := len(open.values) - 1; i >= 0; i-- {
		if at, ok := open.values[i].(point); ok {
			sum = sum/2 + at.x + at.y
		}
	}
	return sum
}

// Describe writes names and sizes over several lines of one call.
func Describe(w io.Writer, sizes map[string]int) {
	for name, size := range sizes {
		fmt.Fprintln(w, // want boxing-in-loop
			name,
			size,
		)
	}
}

// Count counts far.
func Count(w io.Writer) {
	for i := int64(0); i < 100_000; i++ {
		fmt.Fprintln(w, i) // want boxing-in-loop
	}
}
