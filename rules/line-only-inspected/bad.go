package lineonlyinspected

import (
	"bufio"
	"io"
	"regexp"
	"strings"
)

// Comments counts the lines that are comments.
func Comments(r io.Reader) (comments int) {
	scanner := bufio.NewScanner(r)
	for scanner.Scan() {
		line := scanner.Text() // want line-only-inspected
		if strings.HasPrefix(line, "//") || strings.Contains(line, "/*") {
			comments++
		}
	}
	return comments
}

// Filter writes the lines that are not empty.
func Filter(w *bufio.Writer, r io.Reader) error {
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		line := lines.Text() // want line-only-inspected
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		w.WriteString(line)
		w.WriteByte('\n')
	}
	return lines.Err()
}

// Errors counts the lines that tell of an error.
func Errors(r io.Reader) (errors int) {
	scanner := bufio.NewScanner(r)
	for scanner.Scan() {
		if strings.Contains(scanner.Text(), "error") { // want line-only-inspected
			errors++
		}
	}
	return errors
}

// Matching counts the lines that match, and writes them.
func Matching(w *bufio.Writer, r io.Reader, pattern *regexp.Regexp) (count int) {
	scanner := bufio.NewScanner(r)
	for scanner.Scan() {
		if pattern.MatchString(scanner.Text()) { // want line-only-inspected
			count++
			w.WriteString(scanner.Text()) // want line-only-inspected
		}
		io.WriteString(w, scanner.Text()) // want line-only-inspected
	}
	return count
}
