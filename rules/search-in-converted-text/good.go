package searchinconvertedtext

import (
	"bytes"
	"hash/maphash"
	"strings"
	"unicode"
	"unicode/utf8"
)

// FailedGood counts the lines that speak of errors.
func FailedGood(lines [][]byte) int {
	failed := 0
	for _, line := range lines {
		if bytes.Contains(line, []byte("error")) || bytes.HasPrefix(line, []byte("panic: ")) {
			failed++
		}
	}
	return failed
}

// CommaGood is where the first field ends.
func CommaGood(line []byte) int {
	return bytes.IndexByte(line, ',')
}

// ArchiveGood says whether a name is one of an archive that is not another's.
func ArchiveGood(name, other []byte) bool {
	return bytes.HasSuffix(name, []byte(suffix)) && !bytes.EqualFold(name, other)
}

// WidthGood is how many characters a line has, or 0 for a line in capitals.
func WidthGood(line []byte) int {
	if bytes.IndexFunc(line, unicode.IsLower) < 0 {
		return 0
	}
	return utf8.RuneCount(line)
}

// DepthGood is how deep a path goes.
func DepthGood(path string) int {
	return strings.Count(path, "/")
}

// ReadyGood says whether a program has answered so.
func ReadyGood(output []byte) bool {
	return string(bytes.TrimSpace(output)) == "ready"
}

// HashGood is one of two texts.
func HashGood(seed maphash.Seed, data []byte, text string) uint64 {
	return maphash.Bytes(seed, data) ^ maphash.String(seed, text)
}

// WholeGood says whether the first character of a text is all there.
func WholeGood(data []byte) bool {
	return utf8.FullRune(data)
}
