package bytesstringroundtrip

import (
	"bytes"
	"strings"
	"time"
)

// One conversion is one copy, and may be needed.
func once(name string, value []byte) ([]byte, string) {
	return []byte(name), string(value)
}

// Clones say what they do.
func cloned(name string, value []byte) (string, []byte) {
	return strings.Clone(name), bytes.Clone(value)
}

// The text is another one in between.
func twice(value []byte) []byte {
	return []byte(strings.Repeat(string(value), 2))
}

// Between a string and its runes every character may change its size.
func reversed(s string) string {
	runes := []rune(s)
	for i, j := 0, len(runes)-1; i < j; i, j = i+1, j-1 {
		runes[i], runes[j] = runes[j], runes[i]
	}
	return string(runes)
}

// Invalid text comes back as another one.
func repaired(s string) string { return string([]rune(s)) }

// A character's text.
func letter(r rune) []byte { return []byte(string(r)) }

// The bytes are changed before they become a string again.
func masked(s string) string {
	hidden := []byte(s)
	for i := range hidden {
		hidden[i] = '*'
	}
	return string(hidden)
}

// The compiler makes no string to look something up or to compare.
func looked(counts map[string]int, key []byte, name string) bool {
	return counts[string(key)] > 0 && string([]byte(name)) == "x" && string(key) != name
}

// A builder's String copies nothing: this is one copy.
func built(parts []string) []byte {
	var all strings.Builder
	all.Grow(64)
	for _, part := range parts {
		all.WriteString(part)
	}
	return []byte(all.String()) // want builder-for-bytes
}

// One copy, the same as buffer.String().
func text(buffer *bytes.Buffer) string { return string(buffer.Bytes()) }

// Other String methods make their text.
func stamp(wait time.Duration) []byte { return []byte(wait.String()) }

// A constant.
func magic() []byte { return []byte(string("\x7fELF")) }

type digest [4]byte

func (d digest) String() string { return string(d[:]) }

func sum(d digest) []byte { return []byte(d.String()) }

type state string

type raw []byte

// The inner conversion changes the type alone and copies nothing: there is one copy.
func named(s state, message raw) ([]byte, string) {
	return []byte(string(s)), string([]byte(message))
}

// A function with the name of a type.
func spelled(b []byte) []byte {
	string := func(b []byte) string { return "<" + string(b) + ">" }
	return []byte(string(b))
}
