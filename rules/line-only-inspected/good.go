package lineonlyinspected

import (
	"bufio"
	"bytes"
	"io"
	"regexp"
)

// CommentsGood counts the lines that are comments.
func CommentsGood(r io.Reader) (comments int) {
	scanner := bufio.NewScanner(r)
	for scanner.Scan() {
		line := scanner.Bytes()
		if bytes.HasPrefix(line, []byte("//")) || bytes.Contains(line, []byte("/*")) {
			comments++
		}
	}
	return comments
}

// FilterGood writes the lines that are not empty.
func FilterGood(w *bufio.Writer, r io.Reader) error {
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		line := lines.Bytes()
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		w.Write(line)
		w.WriteByte('\n')
	}
	return lines.Err()
}

// ErrorsGood counts the lines that tell of an error.
func ErrorsGood(r io.Reader) (errors int) {
	scanner := bufio.NewScanner(r)
	for scanner.Scan() {
		if bytes.Contains(scanner.Bytes(), []byte("error")) {
			errors++
		}
	}
	return errors
}

// MatchingGood counts the lines that match, and writes them.
func MatchingGood(w *bufio.Writer, r io.Reader, pattern *regexp.Regexp) (count int) {
	scanner := bufio.NewScanner(r)
	for scanner.Scan() {
		if pattern.Match(scanner.Bytes()) {
			count++
			w.Write(scanner.Bytes())
		}
		w.Write(scanner.Bytes())
	}
	return count
}
