// Package perfguard has perfguard's checks that the other linters do not have, and what heaplint says there.
package perfguard

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/big"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
)

// stringsCut, bytesCut: `strings.Split(s, sep)[0]`
func first(text string, data []byte) (string, []byte) {
	name := strings.Split(text, "@")[0]       // want split-for-one-part
	part := bytes.Split(data, []byte("@"))[0] // want split-for-one-part
	return name, part
}

// stringsClone: `string([]byte(s))`
func cloned(text string) string {
	return string([]byte(text)) // want bytes-string-round-trip
}

// equalFold: `strings.HasPrefix(strings.ToLower(s), "bearer ")`, HasSuffix
func prefixed(text string) bool {
	return strings.HasPrefix(strings.ToLower(text), "bearer ") // with a profile lowered-to-compare
}

type token struct{ text string }

func (t token) String() string { return t.text }

// redundantSprint: of a value with a method String
func textOf(t token) string {
	return fmt.Sprint(t) + fmt.Sprintf("%s", t) // want sprintf-of-stringer
}

// redundantSprint: of bytes
func textOfBytes(data []byte) string {
	return fmt.Sprintf("%s", data) // want sprintf-of-bytes
}

// redundantFprint: of a string
func print(w io.Writer, text string) {
	fmt.Fprint(w, text) // want fprint-of-string
}

// sliceClone: `append([]byte(s), t...)`
func appended(a, b string) []byte {
	return append([]byte(a), b...) // want concat-by-append
}

// sliceClone: `append([]T(nil), s...)`
func copyOf(numbers []int) []int {
	return append([]int(nil), numbers...) // none: saves nothing: make and copy make the same object
}

// stringsJoinConcat: `strings.Join([]string{a, b}, "/")`
func joined(a, b string) string {
	return strings.Join([]string{a, b}, "/") // none: saves nothing: the list stays on the stack
}

// sprintfConcat: `fmt.Sprintf("%s%s", a, b)` of strings
func summed(a, b string) string {
	return fmt.Sprintf("%s%s", a, b) // want sprintf-of-strings
}

// sprintfError: `errors.New(fmt.Sprintf(...))`
func failed(name string) error {
	return errors.New(fmt.Sprintf("no file %s", name)) // none: saves nothing: fmt.Errorf makes the same objects
}

// strconv: `%x` of integers
func digits(id uint64) string {
	return fmt.Sprintf("%x", id) // want sprintf-of-integer
}

// appendAPI: `append(b, strconv.Itoa(n)...)`, FormatInt, Format of a time
func line(b []byte, n int, at time.Time) []byte {
	b = append(b, strconv.Itoa(n)...)                 // want number-text-then-append
	b = append(b, strconv.FormatInt(int64(n), 16)...) // want number-text-then-append
	b = append(b, at.Format(time.RFC3339)...)         // want time-text-then-write
	return b
}

// appendAPI: `append(b, n.String()...)` of a big number
func bigLine(b []byte, n *big.Int) []byte {
	return append(b, n.String()...) // want number-text-then-append
}

// convReorder: `strings.TrimSpace(string(b))`
func trimmed(data []byte) string {
	return strings.TrimSpace(string(data)) // with a profile converted-then-trimmed
}

// slicedConv: `string(b)[:n]`
func head(data []byte, text string, n int) (string, []byte) {
	return string(data)[:n], []byte(text)[:n] // want convert-then-slice
}

// stringCopyElim: `append(b, []byte(s)...)`
func appendText(b []byte, text string) []byte {
	return append(b, []byte(text)...) // none: saves nothing: the compiler makes no copy for what only reads it
}

// stringCopyElim: `append(b, string(data)...)`
func appendBytes(b, data []byte) []byte {
	return append(b, string(data)...) // want bytes-string-round-trip
}

// stringCopyElim: `[]byte(strings.ToLower(string(b)))`
func lowered(data []byte) []byte {
	return []byte(strings.ToLower(string(data))) // want bytes-string-round-trip
}

// stringCopyElim: `bytes.NewReader([]byte(s))`, `strings.NewReader(string(b))`
func readers(text string, data []byte) (io.Reader, io.Reader) {
	return bytes.NewReader([]byte(text)), strings.NewReader(string(data)) // want reader-over-converted-text
}

// regexpStringCopyElim: `string(re.ReplaceAll([]byte(s), ...))`
func replaced(re *regexp.Regexp, text string) string {
	return string(re.ReplaceAll([]byte(text), []byte("-"))) // want regexp-on-converted-text
}

type visits struct{ pages map[string]int }

// mapClear: `m = make(map[K]V, len(m))`
func (v *visits) most() (most int) {
	for _, count := range v.pages {
		most = max(most, count)
	}
	v.pages = make(map[string]int, len(v.pages)) // with a profile map-remade
	return most
}

// mapClear: the same of a map that a caller has
func emptied(ages map[string]int) map[string]int {
	ages = make(map[string]int, len(ages)) // none: clear would empty the caller's map
	return ages
}

// mapAssignOp: `m[k] = m[k] + 1`
func counted(ages map[string]int, name string) {
	ages[name] = ages[name] + 1 // want element-read-to-write
}

// utf8DecodeRune: `[]rune(s)[0]`
func initial(text string) rune {
	return []rune(text)[0] // with a profile runes-for-first
}

// writeBytes: `w.WriteString(buffer.String())`
func writeBuffer(w *bufio.Writer, buffer *bytes.Buffer) {
	w.WriteString(buffer.String()) // want buffer-text-for-question
}

// bufferString: `strings.Contains(buffer.String(), s)`
func asked(buffer *bytes.Buffer) bool {
	return strings.Contains(buffer.String(), "needle") // want buffer-text-for-question
}

// rangeToAppend, rangeToCopy: a loop that copies elements
func rangeTo(to, from []int) []int {
	for i, value := range from { // want copy-by-loop
		to[i] = value
	}
	for _, value := range from { // want append-element-by-element
		to = append(to, value)
	}
	return to
}

// rangeRuneSlice: `for _, r := range string(runes)`
func rangeOverText(runes []rune) (sum rune) {
	for _, letter := range string(runes) { // want range-over-text-of-runes
		sum += letter
	}
	return sum
}

// reflectDeepEqual: of bytes, strings and numbers
func deepEqual(a, b []byte) bool {
	return reflect.DeepEqual(a, b) // with a profile deep-equal-on-hot-path
}

// reflectType: `reflect.ValueOf(x).Type()`
func typeOf(value any) reflect.Type {
	return reflect.ValueOf(value).Type() // none: saves nothing: no allocation, and 6 ns as reflect.TypeOf (Go 1.26)
}

// reflectType: `fmt.Sprintf("%T", x)`
func typeName(value any) string {
	return fmt.Sprintf("%T", value) // with a profile sprintf-of-type
}

// reflectValueKind: `v.Type().Kind()`
func kindOf(value reflect.Value) reflect.Kind {
	return value.Type().Kind() // with a profile kind-through-type
}

// arrayCopy: `copy(a[:], b[:])` of arrays
func arrayCopy(a, b *[64]byte) {
	copy(a[:], b[:]) // none: saves nothing: the compiler makes the same move of both
}

// binaryWrite: `binary.Write(w, order, b)` of bytes
func binaryWrite(w io.Writer, data []byte) error {
	return binary.Write(w, binary.LittleEndian, data) // none: saves nothing: no object and no byte less (Go 1.26 and 1.27)
}

// syncPoolPut: a value that is no pointer
func put(pool *sync.Pool, buffer []byte) {
	pool.Put(buffer) // want pool-of-values
}

// trim: `strings.TrimFunc(s, unicode.IsSpace)`
func trimFunc(text string) string {
	return strings.TrimFunc(text, unicode.IsSpace) // want trimmed-by-function
}

// trim: `strings.Trim(s, " \t\n")`
func trimSet(text string) string {
	return strings.Trim(text, " \t\n") // none: TrimSpace trims more than these
}

// redundantNilCheck: `b == nil || len(b) == 0`
func empty(b []byte) bool {
	return b == nil || len(b) == 0 // none: a comparison of two registers
}

// stringsCompare, bytesCompare: `strings.Compare(a, b) == 0`
func compared(a, b string, c, d []byte) bool {
	return strings.Compare(a, b) == 0 || // want compared-three-ways
		bytes.Compare(c, d) == 0 // want compared-three-ways
}

// sliceLit: `append([]T{a}, b)`
func literal(a, b int) []int {
	return append([]int{a}, b) // want append-to-literal
}

// ioCopy: `io.Copy(w, bytes.NewReader(b))`
func copied(w io.Writer, data []byte) {
	io.Copy(w, bytes.NewReader(data)) // want copy-through-reader
}

// bufio: `bufio.NewReader(bytes.NewReader(b))` where an io.Reader is wanted
func buffered(data []byte) ([]byte, error) {
	return io.ReadAll(bufio.NewReader(bytes.NewReader(data))) // want buffer-over-memory
}

// bufio: the same returned as an io.Reader
func bufferedReader(data []byte) io.Reader {
	return bufio.NewReader(bytes.NewReader(data)) // none: who gets it may ask for Peek or ReadString
}

// constErrorNew: `errors.New("text")` in a function
func refused() error {
	return errors.New("refused") // with a profile error-made-per-call
}

// boolValuedMap: `map[K]bool` as a set
func set(names []string) int {
	seen := make(map[string]bool, len(names))
	for _, name := range names {
		seen[name] = true // none: saves nothing: a map's slots are as large with struct{} for strings
	}
	return len(seen)
}
