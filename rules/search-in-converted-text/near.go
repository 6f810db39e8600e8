package searchinconvertedtext

import (
	"bytes"
	"strings"
)

// What is sought is a string of any length: as bytes it would be copied instead.
func sought(line []byte, word string) bool { return strings.Contains(string(line), word) }

// The answer is a text.
func trimmed(line []byte) string { return strings.TrimSpace(string(line)) } // want converted-then-trimmed

// The string is used for more than the question.
func kept(line []byte) string {
	text := string(line)
	if strings.Contains(text, "error") {
		return ""
	}
	return text
}

// The compiler makes no copy for these.
func free(text string) bool {
	return bytes.HasPrefix([]byte(text), []byte("x")) || bytes.Equal([]byte(text), []byte("y")) || string([]byte(text)) == "z"
}

// A character's or a number's text.
func letters(letter rune, digits []rune) bool {
	return strings.Contains("abc", string(letter)) || strings.Contains(string(letter), "x") || strings.Contains(string(digits), "1")
}

// A string of another type is a string.
type label string

func named(l label) bool { return strings.Contains(string(l), "=") }

// A constant stays on the stack.
func listed(letter byte) bool { return bytes.IndexByte([]byte("aeiou"), letter) >= 0 }

type text struct{}

func (text) Contains(line, word string) bool { return len(line) > len(word) }

// Something else of the package's name.
func shadowed(line []byte) bool {
	strings := text{}
	return strings.Contains(string(line), "error")
}
