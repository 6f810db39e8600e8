package typeassertioninloop

import (
	"bytes"
	"errors"
	"io"
	"sync"
)

type shape interface{ area() float64 }

type square struct{ side float64 }

func (s square) area() float64 { return s.side * s.side }

type circle struct{ radius float64 }

func (c circle) area() float64 { return 3 * c.radius * c.radius }

// Values of several types, told apart: that is what assertions are for.
func several(shapes []shape, values []any) (float64, int) {
	sides, strings := 0.0, 0
	for _, one := range shapes {
		if is, ok := one.(square); ok {
			sides += is.side
		}
	}
	for _, value := range values {
		if text, ok := value.(string); ok {
			strings += len(text)
		}
	}
	return sides, strings
}

// The operand changes from turn to turn.
func unwrapping(err error) int {
	depth := 0
	for err != nil {
		if _, ok := err.(interface{ Unwrap() error }); !ok {
			break
		}
		err = errors.Unwrap(err)
		depth++
	}
	return depth
}

// To ask whether it is one concrete type is a comparison of two words: nothing to gain outside of the loop.
func concrete(w io.Writer, words []string) {
	for _, word := range words {
		if buffer, ok := w.(*bytes.Buffer); ok {
			buffer.WriteString(word)
		}
	}
}

// A pointer in an interface is taken out as it is: as fast as a slice of pointers.
func pointers(accounts []any) int {
	total := 0
	for _, entry := range accounts {
		total += entry.(*account).balance
	}
	return total
}

var scratch = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// A pool hands out any.
func pooled(words []string) int {
	size := 0
	for _, word := range words {
		buffer := scratch.Get().(*bytes.Buffer)
		buffer.Reset()
		buffer.WriteString(word)
		size += buffer.Len()
		scratch.Put(buffer)
	}
	return size
}

// The loop ends with the assertion, or the assertion is outside of it.
func once(w io.Writer, words []string) int {
	if fast, ok := w.(io.StringWriter); ok {
		n, _ := fast.WriteString(words[0])
		return n
	}
	for range words {
		fast, ok := w.(io.StringWriter)
		if ok {
			n, _ := fast.WriteString(words[0])
			return n
		}
		return 0
	}
	return 0
}

// Handed to a literal that runs later.
func later(w io.Writer, words []string) []func() bool {
	out := make([]func() bool, 0, len(words))
	for range words {
		out = append(out, func() bool {
			_, ok := w.(io.StringWriter)
			return ok
		})
	}
	return out
}

// A conversion is no assertion.
func converted(words []string) int {
	size := 0
	for _, word := range words {
		size += len([]rune(word))
	}
	return size
}

// A type switch on an interface with methods: its elements have something in common, and are told apart for once.
func corners(shapes []shape) int {
	corners := 0
	for _, one := range shapes {
		switch one := one.(type) {
		case square:
			corners += 4
		case interface{ Corners() int }:
			corners += one.Corners()
		}
	}
	return corners
}

// Steps of several types in an order that matters: no one type to keep them in, and nothing to assert before.
func steps(script []any) int {
	position := 0
	for _, step := range script {
		switch step := step.(type) {
		case int:
			position += step
		case string:
			position += len(step)
		}
	}
	return position
}

// Options: few of them, and the caller writes them as it likes.
func dial(host string, options ...any) (string, int) {
	port := 80
	for _, option := range options {
		switch option := option.(type) {
		case int:
			port = option
		case string:
			host = option
		}
	}
	return host, port
}

// Arguments of a function that takes any number of them.
func total(values ...any) int {
	sum := 0
	for _, value := range values {
		sum += value.(int)
	}
	return sum
}

// The loop is the conversion to values of their own type.
func converting(values []any, numbers []int) []string {
	for i, value := range values {
		numbers[i] = value.(int)
	}
	texts := make([]string, 0, len(values))
	for _, value := range values {
		text := value.(string)
		texts = append(texts, text)
	}
	return texts
}

// The cases are concrete types: each is a comparison of two words.
func size(w io.Writer, words []string) int {
	size := 0
	for _, word := range words {
		switch out := w.(type) {
		case *bytes.Buffer:
			size += out.Len()
		default:
			size += len(word)
		}
	}
	return size
}
