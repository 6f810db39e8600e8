package scannerovertext

import (
	"bufio"
	"strings"
)

// Settings reads lines of names and values.
func Settings(text string) map[string]string {
	settings := map[string]string{}
	scanner := bufio.NewScanner(strings.NewReader(text)) // want scanner-over-text
	for scanner.Scan() {
		name, value, ok := strings.Cut(scanner.Text(), "=")
		if ok {
			settings[name] = value
		}
	}
	return settings
}

// Longest is the length of the longest line.
func Longest(text string) (length int) {
	lines := bufio.NewScanner(strings.NewReader(text)) // want scanner-over-text
	for lines.Scan() {
		line := lines.Text()
		length = max(length, len(strings.TrimSpace(line)))
	}
	if lines.Err() != nil {
		return -1
	}
	return length
}
