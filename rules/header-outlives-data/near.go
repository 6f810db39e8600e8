package headeroutlivesdata

import (
	"bufio"
	"bytes"
	"io"
	"reflect"
	"strconv"
	"strings"
	"unsafe"
)

// Memory that nobody reuses may be handed over without a copy: strings.Builder does the same.
func handedOver(kind string, id int) string {
	text := append([]byte(kind), strconv.Itoa(id)...) // want concat-by-append number-text-then-append
	return unsafe.String(unsafe.SliceData(text), len(text))
}

// Looked up while the buffer is still ours: nothing of it stays.
func lookedUp(known map[string]int, kind string) int {
	buffer := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buffer)
	buffer.Reset()
	buffer.WriteString(kind)
	key := unsafe.String(unsafe.SliceData(buffer.Bytes()), buffer.Len())
	return known[key] + len(key)
}

func found(known map[string]int, r io.Reader) int {
	sum := 0
	scanner := bufio.NewScanner(r)
	for scanner.Scan() {
		line := scanner.Bytes()
		sum += known[unsafe.String(unsafe.SliceData(line), len(line))]
	}
	return sum
}

// Copied before it leaves.
func copied(kind string) string {
	buffer := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buffer)
	buffer.Reset()
	buffer.WriteString(kind)
	return strings.Clone(unsafe.String(unsafe.SliceData(buffer.Bytes()), buffer.Len()))
}

type store struct{ bodies []*bytes.Buffer }

func (s *store) Put(body *bytes.Buffer) { s.bodies = append(s.bodies, body) }

// A method Put that keeps the buffer for good.
func (s *store) named(body *bytes.Buffer) string {
	s.Put(body)
	return unsafe.String(unsafe.SliceData(body.Bytes()), body.Len())
}

// A pointer to a header over a real string keeps the string's variable alive.
type view struct {
	text *reflect.StringHeader
	of   *string
}

func over(text *string) view {
	return view{text: (*reflect.StringHeader)(unsafe.Pointer(text)), of: text}
}

// A header that is looked at and forgotten.
func address(text string) uintptr {
	header := *(*reflect.StringHeader)(unsafe.Pointer(&text))
	return header.Data
}

// StringHeader is a type of one's own.
type StringHeader struct{ text string }

type page struct {
	header StringHeader
	all    []StringHeader
}

func newHeader() *StringHeader { return new(StringHeader) }

func literal() *StringHeader { return &StringHeader{} }

type lineSource struct{ rest [][]byte }

func (l *lineSource) Scan() bool { return len(l.rest) > 0 }

// Bytes hands out memory for good.
func (l *lineSource) Bytes() []byte {
	line := l.rest[0]
	l.rest = l.rest[1:]
	return line
}

// A source whose lines stay as they are.
func distinct(source *lineSource) int {
	seen := map[string]bool{}
	for source.Scan() {
		line := source.Bytes()
		seen[unsafe.String(unsafe.SliceData(line), len(line))] = true
	}
	return len(seen)
}
