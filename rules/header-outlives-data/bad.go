package headeroutlivesdata

import (
	"bufio"
	"bytes"
	"io"
	"reflect"
	"strconv"
	"sync"
	"unsafe"
)

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Key returns a text that lies in a buffer that others get next.
func Key(kind string, id int) string {
	buffer := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buffer)
	buffer.Reset()
	buffer.WriteString(kind)
	buffer.WriteString(strconv.Itoa(id))
	return unsafe.String(unsafe.SliceData(buffer.Bytes()), buffer.Len()) // want header-outlives-data
}

var lines = sync.Pool{New: func() any { return new([]byte) }}

// Upper has the same trouble with a variable between.
func Upper(text string) string {
	line := lines.Get().(*[]byte)
	*line = append((*line)[:0], text...)
	for i, b := range *line {
		if 'a' <= b && b <= 'z' {
			(*line)[i] = b - 'a' + 'A'
		}
	}
	upper := unsafe.String(unsafe.SliceData(*line), len(*line)) // want header-outlives-data
	lines.Put(line)
	return upper
}

// Session remembers a name.
type Session struct{ name string }

// Rename keeps a name that lies in a buffer that others get next.
func (s *Session) Rename(name string) int {
	line := lines.Get().(*[]byte)
	*line = append((*line)[:0], name...)
	s.name = unsafe.String(&(*line)[0], len(*line)) // want header-outlives-data
	size := len(s.name)
	lines.Put(line)
	return size
}

// Entry is a text that the collector cannot see.
type Entry struct {
	id   int
	text reflect.StringHeader // want header-outlives-data
}

// All holds such texts.
type All struct {
	texts []reflect.StringHeader          // want header-outlives-data
	byKey map[string]reflect.StringHeader // want header-outlives-data
}

var last reflect.StringHeader // want header-outlives-data

// Remember keeps a number where a reference should be.
func Remember(texts map[int]any, id int, text string) int {
	header := *(*reflect.StringHeader)(unsafe.Pointer(&text)) // want header-outlives-data
	texts[id] = header
	return len(texts)
}

// Headers hands out headers without memory.
func Headers() *sync.Pool {
	return &sync.Pool{New: func() any {
		return new(reflect.SliceHeader) // want header-outlives-data
	}}
}

// MoreHeaders hands out headers without memory.
func MoreHeaders() *sync.Pool {
	return &sync.Pool{New: func() any {
		return &reflect.SliceHeader{} // want header-outlives-data
	}}
}

// Count counts lines by keys that change with the next line.
func Count(r io.Reader) int {
	counts := map[string]int{}
	scanner := bufio.NewScanner(r)
	for scanner.Scan() {
		line := scanner.Bytes()
		counts[unsafe.String(unsafe.SliceData(line), len(line))]++ // want header-outlives-data
	}
	return len(counts)
}

// Mark does the same with another statement.
func Mark(r io.Reader) int {
	seen := map[string]bool{}
	scanner := bufio.NewScanner(r)
	for scanner.Scan() {
		line := scanner.Bytes()
		seen[unsafe.String(unsafe.SliceData(line), len(line))] = true // want header-outlives-data
	}
	return len(seen)
}

// Lines collects lines that change with the next line.
func Lines(r io.Reader) []string {
	var all []string
	scanner := bufio.NewScanner(r)
	for scanner.Scan() {
		line := scanner.Bytes()
		all = append(all, unsafe.String(unsafe.SliceData(line), len(line))) // want header-outlives-data
	}
	return all
}
