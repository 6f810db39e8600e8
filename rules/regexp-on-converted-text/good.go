package regexponconvertedtext

import "regexp"

// NamedGood says whether a line names a path.
func NamedGood(line []byte) bool {
	return path.Match(line)
}

// SpanGood is where a line names a path.
func SpanGood(line string) []int {
	return path.FindStringIndex(line)
}

// PathGood is the path that a line names.
func PathGood(line string) string {
	return path.FindString(line)
}

// MaskedGood is a line without its path.
func MaskedGood(pattern *regexp.Regexp, line []byte) []byte {
	return pattern.ReplaceAll(line, []byte("path=..."))
}
