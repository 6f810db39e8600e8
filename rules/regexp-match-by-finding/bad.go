package regexpmatchbyfinding

import "regexp"

var (
	number  = regexp.MustCompile(`id=(\d+)`)
	heading = regexp.MustCompile(`(?m)^#+ (.*)$`)
)

// Numbered tells whether a line has a number.
func Numbered(line string) bool {
	return number.FindStringSubmatch(line) != nil // want regexp-match-by-finding
}

// Structured tells whether a document has headings.
func Structured(document []byte) bool {
	return len(heading.FindAll(document, -1)) > 0 // want regexp-match-by-finding
}

// Plain counts the lines without a number.
func Plain(lines []string) int {
	plain := 0
	for _, line := range lines {
		if number.FindStringIndex(line) == nil { // want regexp-match-by-finding
			plain++
		}
	}
	return plain
}
