package sprintfthenappend

import "fmt"

// One element, not its bytes.
func listed(lines []string, n int) []string { return append(lines, fmt.Sprintf("%d items", n)) }

// The text is used twice, or changed before.
func kept(line []byte, n int) ([]byte, string) {
	text := fmt.Sprintf("%d items", n)
	line = append(line, text...)
	return append(line, fmt.Sprintf("%d", n)[1:]...), text // want sprintf-of-integer
}

// By fmt already.
func appended(line []byte, n int) []byte { return fmt.Appendf(line, "%d items", n) }
