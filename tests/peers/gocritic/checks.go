// Package gocritic has gocritic's performance checks and what their users reported, and what heaplint says there.
package gocritic

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// appendCombine: `xs = append(xs, 1)` behind `xs = append(xs, 2)`
func combined(first, second int) []int {
	var numbers []int
	numbers = append(numbers, first)
	numbers = append(numbers, second) // with a profile appends-in-a-row
	return numbers
}

// appendCombine: parts by `...`, which no single call takes
func combinedParts(first, second []int) []int {
	var numbers []int
	numbers = append(numbers, first...) // none: gocritic is silent too: no call of append takes both
	numbers = append(numbers, second...)
	return numbers
}

// equalFold: `strings.ToLower(a) == strings.ToLower(b)`, `!=`, ToUpper
func sameText(a, b string) (bool, bool) {
	return strings.ToLower(a) == strings.ToLower(b), // with a profile lowered-to-compare
		strings.ToUpper(a) != strings.ToUpper(b) // with a profile lowered-to-compare
}

// equalFold: one side only, a constant
func sameConstant(a string) bool {
	return strings.ToLower(a) == "chunked" // with a profile lowered-to-compare
}

// equalFold: one side only, a variable
func sameVariable(a, b string) bool {
	return strings.ToLower(a) == b // none: EqualFold is true of a b with capitals too, which this is not
}

// equalFold: `bytes.Equal(bytes.ToLower(a), bytes.ToLower(b))`
func sameBytes(a, b []byte) bool {
	return bytes.Equal(bytes.ToLower(a), bytes.ToLower(b)) // with a profile lowered-to-compare
}

type histogram struct {
	counts [1024]int64
}

type large struct {
	name   string
	values [32]int64
}

// hugeParam: a parameter of 272 bytes that is only read, on the turns of a loop
func sumOfAll(all []*large) (sum int64) {
	for _, one := range all {
		sum += sumOf(*one, 3) // with a profile large-value-passed
	}
	return sum
}

func sumOf(l large, from int) (sum int64) {
	for i := from; i < len(l.values); i++ {
		sum += l.values[i]
	}
	return sum
}

// hugeParam: the same without a loop
func sumOfOne(one *large) int64 {
	return sumOf(*one, 3) // none: saves no memory, and 5 ns of one call (Go 1.26 and 1.27); calls on the turns of loops are looked for
}

// hugeParam: a parameter that is assigned, kept or handed on
func renamed(l large, name string) large { // none: a pointer would let the caller see it, or needs the copy after all
	l.name = name
	return l
}

// rangeExprCopy: a range over a large array copies it
func sumOfArray(values *histogram) (sum int64) {
	for _, value := range values.counts { // with a profile array-copied-by-range
		sum += value
	}
	return sum
}

// rangeValCopy: a range over large elements copies each
func sumOfElements(all []large) (sum int64) {
	for _, one := range all { // none: saves nothing since Go 1.27; large-element-copied is for Go 1.26 and older, with a profile
		sum += one.values[3]
	}
	return sum
}

// indexAlloc: `strings.Index(string(b), s)` of a constant
func indexOf(data []byte) int {
	return strings.Index(string(data), "needle") // want search-in-converted-text
}

// indexAlloc: of a variable
func indexOfVariable(data []byte, needle string) int {
	return strings.Index(string(data), needle) // with a profile search-in-converted-text
}

// preferDecodeRune: `[]rune(s)[0]`
func initial(text string) rune {
	return []rune(text)[0] // with a profile runes-for-first
}

// preferFprint: `w.Write([]byte(fmt.Sprint(...)))`, Sprintf and Sprintln
func printed(w io.Writer, n int) {
	w.Write([]byte(fmt.Sprint(n, n)))           // want sprintf-then-write
	w.Write([]byte(fmt.Sprintf("%d items", n))) // want sprintf-then-write
	w.Write([]byte(fmt.Sprintln(n, "items")))   // want sprintf-then-write
}

// preferFprint: `io.WriteString(w, fmt.Sprintf(...))` and the writer's own WriteString
func printedStrings(w io.Writer, b *bytes.Buffer, n int) {
	io.WriteString(w, fmt.Sprintf("%d items", n)) // want sprintf-then-write
	b.WriteString(fmt.Sprintf("%d items", n))     // want sprintf-then-write
	b.WriteString(fmt.Sprintln(n, "items"))       // want sprintf-then-write
}

// preferStringWriter: `w.Write([]byte(s))`
func written(w *bufio.Writer, text string) {
	w.Write([]byte(text)) // want bytes-of-string-then-write
}

// preferStringWriter: `io.WriteString(w, s)` where w has a WriteString
func writtenByIO(w *bufio.Writer, text string) {
	io.WriteString(w, text) // none: saves nothing: io.WriteString calls it
}

// preferWriteByte: `w.WriteRune('\n')` of one byte
func writtenByte(b *strings.Builder) {
	b.WriteRune('\n') // want rune-literal-written
}

// preferWriteByte: of more than one byte
func writtenRune(b *strings.Builder) {
	b.WriteRune('ä') // none: it is two bytes
}

// sliceClear: `for i := 0; i < len(s); i++ { s[i] = 0 }`
func cleared(buffer []byte) {
	for i := 0; i < len(buffer); i++ { // want cleared-by-loop
		buffer[i] = 0
	}
}

// sliceClear: over a range, which is what it advises
func clearedByRange(buffer []byte) {
	for i := range buffer { // none: the compiler clears the memory as a whole
		buffer[i] = 0
	}
}

// stringXbytes: `copy(b, []byte(s))`
func copied(to []byte, text string) {
	copy(to, []byte(text)) // none: saves nothing: the compiler makes no copy for what only reads it
}

// stringXbytes: `string(b) == ""` and `string(a) == string(b)`
func compared(a, b []byte) bool {
	return string(a) == "" || string(a) == string(b) // none: saves nothing: the compiler makes no copy to compare
}

// stringXbytes: `len(string(b))`
func lengthOf(data []byte) int {
	return len(string(data)) // none: saves nothing: the compiler makes no copy for a length
}

// stringXbytes: `re.Match([]byte(s))`, FindIndex and FindAllIndex
func matched(re *regexp.Regexp, text string) (bool, []int, [][]int) {
	return re.Match([]byte(text)), // want regexp-on-converted-text
		re.FindIndex([]byte(text)), // want regexp-on-converted-text
		re.FindAllIndex([]byte(text), -1) // want regexp-on-converted-text
}

// zeroByteRepeat: `bytes.Repeat([]byte{0}, n)`
func zeroes(n int) []byte {
	return bytes.Repeat([]byte{0}, n) // none: saves nothing: make has as many bytes to clear
}
