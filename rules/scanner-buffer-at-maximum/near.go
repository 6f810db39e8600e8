package scannerbufferatmaximum

import (
	"bufio"
	"io"
)

// A small start.
func small(r io.Reader) *bufio.Scanner {
	scanner := bufio.NewScanner(r)
	scanner.Buffer(make([]byte, 0, 64*1024), longest)
	return scanner
}

// A size that nobody knows here.
func sized(r io.Reader, size int) *bufio.Scanner {
	scanner := bufio.NewScanner(r)
	scanner.Buffer(make([]byte, size), size)
	return scanner
}

// One buffer for many scanners.
func all(readers []io.Reader) (lines int) {
	buffer := make([]byte, 1<<20)
	for _, r := range readers {
		scanner := bufio.NewScanner(r)
		scanner.Buffer(buffer, 1<<20)
		for scanner.Scan() {
			lines++
		}
	}
	return lines
}

type device struct{ memory []byte }

func (d *device) Buffer(memory []byte, limit int) { d.memory = memory[:limit] }

// Something else of this name.
func other(d *device) { d.Buffer(make([]byte, 1<<20), 1<<20) }
