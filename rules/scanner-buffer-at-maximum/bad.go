package scannerbufferatmaximum

import (
	"bufio"
	"io"
)

const longest = 1024 * 1024

// Lines counts the lines of a file.
func Lines(r io.Reader) (lines int, err error) {
	scanner := bufio.NewScanner(r)
	scanner.Buffer(make([]byte, 1024*1024), 1024*1024) // want scanner-buffer-at-maximum
	for scanner.Scan() {
		lines++
	}
	return lines, scanner.Err()
}

// Longest is the length of the longest line.
func Longest(r io.Reader) (length int, err error) {
	scanner := bufio.NewScanner(r)
	scanner.Buffer(make([]byte, 0, 256<<10), longest) // want scanner-buffer-at-maximum
	for scanner.Scan() {
		length = max(length, len(scanner.Bytes()))
	}
	return length, scanner.Err()
}
