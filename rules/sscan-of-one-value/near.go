package sscanofonevalue

import (
	"fmt"
	"io"
)

// Several values, words around them, and words as values.
func shaped(text string) (a, b int, word string) {
	fmt.Sscanf(text, "%d:%d", &a, &b)
	fmt.Sscanf(text, "port %d", &a)
	fmt.Sscan(text, &a, &b)
	fmt.Sscan(text, &word)
	return a, b, word
}

// Out of a reader: there is no string for strconv.
func read(r io.Reader) (n int) {
	fmt.Fscan(r, &n)
	fmt.Fscanf(r, "%d", &n)
	return n
}

type colour struct{ r, g, b uint8 }

func (c *colour) Scan(state fmt.ScanState, verb rune) error { return nil }

// Something that scans itself.
func scanned(text string) (c colour) {
	fmt.Sscan(text, &c)
	return c
}

type scanner struct{}

func (scanner) Sscan(text string, n *int) {}

// Something else of the package's name.
func shadowed(text string) (n int) {
	fmt := scanner{}
	fmt.Sscan(text, &n)
	return n
}

// How many were read is asked for.
func counted(text string) int {
	n := 0
	read, err := fmt.Sscanf(text, "%d", &n)
	if err != nil || read != 1 {
		return -1
	}
	return n
}
