package scannerovertext

import (
	"bufio"
	"io"
	"os"
	"strings"
)

// From a stream.
func count(r io.Reader) (lines int) {
	scanner := bufio.NewScanner(r)
	for scanner.Scan() {
		lines += len(scanner.Text())
	}
	input := bufio.NewScanner(os.Stdin)
	for input.Scan() {
		lines += len(input.Text())
	}
	return lines
}

// Other pieces than lines.
func words(text string) (words []string) {
	scanner := bufio.NewScanner(strings.NewReader(text))
	scanner.Split(bufio.ScanWords)
	for scanner.Scan() {
		words = append(words, scanner.Text())
	}
	return words
}

// Handed to somebody who takes a scanner.
func parse(text string, next func(*bufio.Scanner) bool) (lines int) {
	scanner := bufio.NewScanner(strings.NewReader(text))
	for next(scanner) {
		lines += len(scanner.Text())
	}
	return lines
}
