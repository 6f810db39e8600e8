package lineonlyinspected

import (
	"bufio"
	"io"
	"strings"
)

// Kept, as a whole or by a part.
func all(r io.Reader) (lines []string, names map[string]bool) {
	scanner := bufio.NewScanner(r)
	names = map[string]bool{}
	for scanner.Scan() {
		line := scanner.Text()
		if strings.HasPrefix(line, "name=") {
			names[strings.TrimPrefix(line, "name=")] = true
		}
		other := scanner.Text()
		lines = append(lines, other)
	}
	return lines, names
}

// Handed on.
func each(r io.Reader, do func(string)) {
	scanner := bufio.NewScanner(r)
	for scanner.Scan() {
		line := scanner.Text()
		do(line)
	}
}

// One line.
func first(r io.Reader) bool {
	scanner := bufio.NewScanner(r)
	scanner.Scan()
	line := scanner.Text()
	return strings.HasPrefix(line, "#!")
}

type page struct{ body string }

func (p page) Text() string { return p.body }

// No copy.
func empty(pages []page) (count int) {
	for _, page := range pages {
		text := page.Text()
		if strings.Contains(text, "404") {
			count++
		}
	}
	return count
}
