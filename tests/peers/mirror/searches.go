package mirror

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// bytes.Compare: both converted
func compare(a, b string) int {
	return bytes.Compare([]byte(a), []byte(b)) // want search-in-converted-text
}

// bytes.Contains: `bytes.Contains([]byte(s), []byte(t))`
func contains(a, b string) bool {
	return bytes.Contains([]byte(a), []byte(b)) // want search-in-converted-text
}

// bytes.ContainsAny, ContainsRune: of a converted string
func containsAny(a string) bool {
	return bytes.ContainsAny([]byte(a), "<>") || // want search-in-converted-text
		bytes.ContainsRune([]byte(a), 'ä') // want search-in-converted-text
}

// bytes.Count, Index: of a converted string
func count(a, b string) int {
	return bytes.Count([]byte(a), []byte(b)) + // want search-in-converted-text
		bytes.Index([]byte(a), []byte(b)) // want search-in-converted-text
}

// bytes.IndexAny, IndexByte, IndexRune: of a converted string
func index(a string) int {
	return bytes.IndexAny([]byte(a), "<>") + // want search-in-converted-text
		bytes.IndexByte([]byte(a), '<') + // want search-in-converted-text
		bytes.IndexRune([]byte(a), 'ä') // want search-in-converted-text
}

// bytes.EqualFold: both converted
func equalFold(a, b string) bool {
	return bytes.EqualFold([]byte(a), []byte(b)) // none: saves nothing: the compiler makes no copy for what only reads it
}

// bytes.HasPrefix, HasSuffix: both converted
func ends(a, b string) bool {
	return bytes.HasPrefix([]byte(a), []byte(b)) || // none: saves nothing: the compiler makes no copy for what only reads it
		bytes.HasSuffix([]byte(a), []byte(b))
}

// bytes.IndexFunc, LastIndexFunc: of a converted string
func indexFunc(a string) int {
	return bytes.IndexFunc([]byte(a), unicode.IsSpace) + // none: saves nothing: the compiler makes no copy for what only reads it
		bytes.LastIndexFunc([]byte(a), unicode.IsSpace)
}

// bytes.LastIndex, LastIndexAny, LastIndexByte: of a converted string
func lastIndex(a, b string) int {
	return bytes.LastIndex([]byte(a), []byte(b)) + // none: saves nothing: the compiler makes no copy for what only reads it
		bytes.LastIndexAny([]byte(a), "<>") +
		bytes.LastIndexByte([]byte(a), '<')
}

// strings.Compare: both converted
func compareStrings(a, b []byte) int {
	return strings.Compare(string(a), string(b)) // want search-in-converted-text
}

// strings.Contains, HasPrefix, HasSuffix: of converted bytes and a constant
func containsString(a []byte) bool {
	return strings.Contains(string(a), "needle") || // want search-in-converted-text
		strings.HasPrefix(string(a), "begin") || // want search-in-converted-text
		strings.HasSuffix(string(a), "end") // want search-in-converted-text
}

// strings.Contains: of converted bytes and a string, which would have to be converted instead
func containsVariable(a []byte, needle string) bool {
	return strings.Contains(string(a), needle) // with a profile search-in-converted-text
}

// strings.ContainsAny, ContainsRune: of converted bytes
func containsAnyString(a []byte) bool {
	return strings.ContainsAny(string(a), "<>") || // want search-in-converted-text
		strings.ContainsRune(string(a), 'ä') // want search-in-converted-text
}

// strings.EqualFold: of converted bytes
func equalFoldStrings(a, b []byte) bool {
	return strings.EqualFold(string(a), string(b)) // want search-in-converted-text
}

// strings.Index, LastIndex: of converted bytes and a constant
func indexString(a []byte) int {
	return strings.Index(string(a), "needle") + // want search-in-converted-text
		strings.LastIndex(string(a), "needle") // want search-in-converted-text
}

// strings.IndexAny, IndexByte, IndexRune, IndexFunc: of converted bytes
func indexAnyString(a []byte) int {
	return strings.IndexAny(string(a), "<>") + // want search-in-converted-text
		strings.IndexByte(string(a), '<') + // want search-in-converted-text
		strings.IndexRune(string(a), 'ä') + // want search-in-converted-text
		strings.IndexFunc(string(a), unicode.IsSpace) // want search-in-converted-text
}

// strings.LastIndexAny, LastIndexByte, LastIndexFunc: of converted bytes
func lastIndexString(a []byte) int {
	return strings.LastIndexAny(string(a), "<>") + // want search-in-converted-text
		strings.LastIndexByte(string(a), '<') + // want search-in-converted-text
		strings.LastIndexFunc(string(a), unicode.IsSpace) // want search-in-converted-text
}

// regexp.Match: `regexp.Match(pattern, []byte(s))`
func match(text string) (bool, error) {
	return regexp.Match(`^[a-z]+\[[0-9]+\]$`, []byte(text)) // want regexp-compiled-per-call
}

// regexp.MatchString: `regexp.MatchString(pattern, string(b))`
func matchString(data []byte) (bool, error) {
	return regexp.MatchString(`^[a-z]+\[[0-9]+\]$`, string(data)) // want regexp-compiled-per-call
}

// Regexp.Match, MatchString: of a converted text
func matches(re *regexp.Regexp, text string, data []byte) bool {
	return re.Match([]byte(text)) || // want regexp-on-converted-text
		re.MatchString(string(data)) // want regexp-on-converted-text
}

// Regexp.FindIndex, FindStringIndex: of a converted text
func findIndex(re *regexp.Regexp, text string, data []byte) [][]int {
	return [][]int{
		re.FindIndex([]byte(text)),         // want regexp-on-converted-text
		re.FindStringIndex(string(data)),   // want regexp-on-converted-text
		re.FindSubmatchIndex([]byte(text)), // want regexp-on-converted-text
	}
}

// Regexp.FindAllIndex, FindAllStringIndex: of a converted text
func findAllIndex(re *regexp.Regexp, text string, data []byte) [][][]int {
	return [][][]int{
		re.FindAllIndex([]byte(text), -1),               // want regexp-on-converted-text
		re.FindAllStringIndex(string(data), -1),         // want regexp-on-converted-text
		re.FindAllSubmatchIndex([]byte(text), -1),       // want regexp-on-converted-text
		re.FindAllStringSubmatchIndex(string(data), -1), // want regexp-on-converted-text
	}
}

// utf8.DecodeRune, DecodeLastRune, FullRune: of a converted string
func decode(text string) (rune, bool) {
	first, _ := utf8.DecodeRune([]byte(text)) // none: saves nothing: the compiler makes no copy for what only reads it
	last, _ := utf8.DecodeLastRune([]byte(text))
	return first + last, utf8.FullRune([]byte(text))
}

// utf8.RuneCount, Valid: of a converted string
func runeCount(text string) (int, bool) {
	return utf8.RuneCount([]byte(text)), utf8.Valid([]byte(text)) // none: saves nothing: the compiler makes no copy for what only reads it
}

// utf8.RuneCountInString, ValidString, DecodeRuneInString, DecodeLastRuneInString: of converted bytes
func runeCountInString(data []byte) (int, bool, rune) {
	count := utf8.RuneCountInString(string(data))        // want search-in-converted-text
	valid := utf8.ValidString(string(data))              // want search-in-converted-text
	first, _ := utf8.DecodeRuneInString(string(data))    // want search-in-converted-text
	last, _ := utf8.DecodeLastRuneInString(string(data)) // want search-in-converted-text
	return count, valid, first + last
}

// utf8.FullRuneInString: of converted bytes
func fullRune(data []byte) bool {
	return utf8.FullRuneInString(string(data)) // want search-in-converted-text
}

type name string

// strings.HasPrefix: a named string, which needs its conversion
func named(n name) bool {
	return strings.HasPrefix(string(n), "begin") // none: nothing is copied from one type of strings to another
}

// strings.Contains: a rune converted to a string (mirror took it for bytes)
func bornToRune(letter rune) bool {
	return strings.Contains("abc", string(letter)) // none: the text of one character stays on the stack
}
