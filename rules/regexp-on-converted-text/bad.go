package regexponconvertedtext

import "regexp"

var path = regexp.MustCompile(`path=(/[a-z0-9/]+)`)

// Named says whether a line names a path.
func Named(line []byte) bool {
	return path.MatchString(string(line)) // want regexp-on-converted-text
}

// Span is where a line names a path.
func Span(line string) []int {
	return path.FindIndex([]byte(line)) // want regexp-on-converted-text
}

// Path is the path that a line names.
func Path(line string) string {
	return string(path.Find([]byte(line))) // want regexp-on-converted-text
}

// Masked is a line without its path.
func Masked(pattern *regexp.Regexp, line []byte) []byte {
	return []byte(pattern.ReplaceAllString(string(line), "path=...")) // want regexp-on-converted-text
}
