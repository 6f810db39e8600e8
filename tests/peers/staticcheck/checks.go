// Package staticcheck has staticcheck's checks that cost memory or time and what their users reported, and what heaplint says there.
package staticcheck

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"time"
)

// SA6000: `regexp.MatchString` of a constant pattern in a loop
func matchInLoop(lines []string) int {
	found := 0
	for _, line := range lines {
		if ok, _ := regexp.MatchString(`^[a-z]+:`, line); ok { // want regexp-compiled-per-call
			found++
		}
	}
	return found
}

// SA6000: `regexp.Match` and `regexp.MatchReader` in a loop
func matchBytesInLoop(lines [][]byte) int {
	found := 0
	for _, line := range lines {
		if ok, _ := regexp.Match(`^[a-z]+:`, line); ok { // want regexp-compiled-per-call
			found++
		}
		if ok, _ := regexp.MatchReader(`^[a-z]+=`, bytes.NewReader(line)); ok { // want regexp-compiled-per-call
			found++
		}
	}
	return found
}

// SA6000: without a loop, beyond staticcheck
func matchPerCall(line string) bool {
	ok, _ := regexp.MatchString(`^[a-z]+:`, line) // want regexp-compiled-per-call
	return ok
}

// SA6000: a pattern that is not constant
func matchGiven(patterns []string, line string) bool {
	for _, pattern := range patterns {
		if ok, _ := regexp.MatchString(pattern, line); ok { // none: each pattern has to be compiled
			return true
		}
	}
	return false
}

// SA6001: `k := string(b)` that only looks up a map, more than once
func lookUpTwice(ages map[string]int, heights map[string]int, name []byte) int {
	key := string(name) // want converted-key-of-look-ups
	if age, found := ages[key]; found {
		return age
	}
	return heights[key]
}

// SA6001: its own example, without an `if`
func lookUpPlainly(ages map[string]int, heights map[string]int, name []byte) int {
	key := string(name) // want converted-key-of-look-ups
	return ages[key] + heights[key]
}

// SA6001: `m[string(b)]`
func lookUp(ages map[string]int, name []byte) int {
	return ages[string(name)] // none: the compiler makes no copy for a look-up
}

// SA6001: a key that is used for something else as well
func lookUpAndKeep(ages map[string]int, name []byte) (string, int) {
	key := string(name) // none: the string is needed
	return key, ages[key]
}

var slicePool = sync.Pool{New: func() any { return make([]byte, 512) }} // a box of 24 bytes each time

// SA6002: a slice put into a pool
func putSlice(buffer []byte) {
	slicePool.Put(buffer) // want pool-of-values
}

// SA6002: a part of a slice
func putPart(buffer []byte) {
	slicePool.Put(buffer[:0]) // want pool-of-values
}

type header struct {
	name, value string
}

var headerPool sync.Pool

// SA6002: a struct
func putStruct(h header) {
	headerPool.Put(h) // want pool-of-values
}

// SA6002: pointers, maps, channels and functions, which need no box
func putPointer(h *header, ages map[string]int, done chan int, f func()) {
	headerPool.Put(h) // none: saves nothing: these are pointers
	headerPool.Put(ages)
	headerPool.Put(done)
	headerPool.Put(f)
}

// SA6002: an interface, such as a hash (reported as a false positive by users)
func putInterface(w io.Writer) {
	headerPool.Put(w) // none: saves nothing: an interface has its box already
}

// SA6002: a pool that is filled before it is used (reported as a false positive by users)
func fillPool() {
	for range 8 {
		slicePool.Put(make([]byte, 4096)) // want pool-of-values
	}
}

// SA6003: `for _, r := range []rune(s)`
func rangeOverRunes(text string) int {
	upper := 0
	for _, letter := range []rune(text) { // want range-over-runes
		if letter >= 'A' && letter <= 'Z' {
			upper++
		}
	}
	return upper
}

// SA6003: with an index that counts runes
func indexOfRunes(text string) int {
	last := 0
	for i, letter := range []rune(text) { // none: the index of a string counts bytes
		if letter == ' ' {
			last = i
		}
	}
	return last
}

// SA6005: `strings.ToLower(a) == strings.ToLower(b)`, `!=` and ToUpper
func sameLetters(a, b string) (bool, bool) {
	same := strings.ToLower(a) == strings.ToLower(b)      // with a profile lowered-to-compare
	different := strings.ToUpper(a) != strings.ToUpper(b) // with a profile lowered-to-compare
	return same, different
}

// SA6006: `io.WriteString(w, string(b))`
func writeBytes(w io.Writer, data []byte) {
	io.WriteString(w, string(data)) // want string-of-bytes-then-write
}

// S1001: a loop that copies elements
func copyByLoop(to, from []int) {
	for i, value := range from { // want copy-by-loop
		to[i] = value
	}
}

// S1011: a loop that appends each element of a slice
func appendEach(all, more []int) []int {
	for _, value := range more { // want append-element-by-element
		all = append(all, value)
	}
	return all
}

// S1012: `time.Now().Sub(start)`
func since(start time.Time) time.Duration {
	return time.Now().Sub(start) // want now-minus-start
}

// S1018: a loop that moves elements to the front
func slide(values []int, n, offset int) {
	for i := 0; i < n; i++ { // with a profile copy-by-counted-loop
		values[i] = values[offset+i]
	}
}

// S1025: `fmt.Sprintf("%s", x)` of a string and of a named string
func formatStrings(text string, kind kind) string {
	return fmt.Sprintf("%s", text) + fmt.Sprintf("%s", kind) // want sprintf-of-string
}

type kind string

// S1025: of a value with a method String
func formatStringer(l light) string {
	return fmt.Sprintf("%s", l) // want sprintf-of-stringer
}

type light int

func (l light) String() string { return [...]string{"red", "green"}[l&1] }

// S1028: `errors.New(fmt.Sprintf(...))`
func newOfSprintf(name string) error {
	return errors.New(fmt.Sprintf("no file %s", name)) // none: saves nothing: fmt.Errorf makes the same objects
}

// S1029: a range over `[]rune(s)`, as SA6003
func runesAgain(text string) (count int) {
	for range []rune(text) { // want range-over-runes
		count++
	}
	return count
}

// S1030: `string(buffer.Bytes())` and `[]byte(buffer.String())`
func ofBuffer(buffer *bytes.Buffer) (string, []byte) {
	text := string(buffer.Bytes())  // none: saves nothing: String makes the same copy
	data := []byte(buffer.String()) // want bytes-string-round-trip
	return text, data
}

// S1030: `m[string(buffer.Bytes())]`
func lookUpBuffer(ages map[string]int, buffer *bytes.Buffer) int {
	return ages[string(buffer.Bytes())] // none: the compiler makes no copy for a look-up
}

// S1035: `http.CanonicalHeaderKey` of a header's name
func canonical(h http.Header, name string) string {
	return h.Get(http.CanonicalHeaderKey(name)) // none: saves nothing: Get finds the name canonical and makes no second one
}

// S1038: `fmt.Print(fmt.Sprintf(...))`
func printFormatted(w io.Writer, name string, n int) {
	fmt.Fprint(w, fmt.Sprintf("%s: %d", name, n)) // want sprintf-then-write
}

// S1039: `fmt.Sprint` of one string
func sprintString(text string) string {
	return fmt.Sprint(text) // want sprintf-of-string
}

// QF1012: `w.Write([]byte(fmt.Sprintf(...)))`, `WriteString(fmt.Sprintf(...))`
func writeFormatted(w io.Writer, b *bytes.Buffer, n int) {
	w.Write([]byte(fmt.Sprintf("%d items\n", n)))   // want sprintf-then-write
	b.WriteString(fmt.Sprintf("%d items\n", n))     // want sprintf-then-write
	io.WriteString(w, fmt.Sprintf("%d items\n", n)) // want sprintf-then-write
}

// QF1002: a switch, and other checks of style: S1000 to S1040 but those above
func style(a, b string) bool {
	return strings.Index(a, b) != -1 // none: saves nothing: Contains is this
}
