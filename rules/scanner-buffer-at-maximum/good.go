package scannerbufferatmaximum

import (
	"bufio"
	"io"
)

// LinesGood counts the lines of a file.
func LinesGood(r io.Reader) (lines int, err error) {
	scanner := bufio.NewScanner(r)
	scanner.Buffer(nil, 1024*1024)
	for scanner.Scan() {
		lines++
	}
	return lines, scanner.Err()
}

// LongestGood is the length of the longest line.
func LongestGood(r io.Reader) (length int, err error) {
	scanner := bufio.NewScanner(r)
	scanner.Buffer(nil, longest)
	for scanner.Scan() {
		length = max(length, len(scanner.Bytes()))
	}
	return length, scanner.Err()
}
