package searchinconvertedtext

import (
	"bytes"
	"hash/maphash"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Failed counts the lines that speak of errors.
func Failed(lines [][]byte) int {
	failed := 0
	for _, line := range lines {
		if strings.Contains(string(line), "error") || strings.HasPrefix(string(line), "panic: ") { // want search-in-converted-text
			failed++
		}
	}
	return failed
}

// Comma is where the first field ends.
func Comma(line []byte) int {
	return strings.IndexByte(string(line), ',') // want search-in-converted-text
}

const suffix = ".tar.gz"

// Archive says whether a name is one of an archive that is not another's.
func Archive(name, other []byte) bool {
	return strings.HasSuffix(string(name), suffix) && !strings.EqualFold(string(name), string(other)) // want search-in-converted-text
}

// Width is how many characters a line has, or 0 for a line in capitals.
func Width(line []byte) int {
	if strings.IndexFunc(string(line), unicode.IsLower) < 0 { // want search-in-converted-text
		return 0
	}
	return utf8.RuneCountInString(string(line)) // want search-in-converted-text
}

// Depth is how deep a path goes.
func Depth(path string) int {
	return bytes.Count([]byte(path), []byte("/")) // want search-in-converted-text
}

// Ready says whether a program has answered so.
func Ready(output []byte) bool {
	return strings.TrimSpace(string(output)) == "ready" // want search-in-converted-text
}

// Hash is one of two texts.
func Hash(seed maphash.Seed, data []byte, text string) uint64 {
	return maphash.String(seed, string(data)) ^ maphash.Bytes(seed, []byte(text)) // want search-in-converted-text
}

// Whole says whether the first character of a text is all there.
func Whole(data []byte) bool {
	return utf8.FullRuneInString(string(data)) // want search-in-converted-text
}
