package headeroutlivesdata

import (
	"bufio"
	"bytes"
	"io"
	"strconv"
	"sync"
)

// KeyGood returns a copy.
func KeyGood(kind string, id int) string {
	buffer := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buffer)
	buffer.Reset()
	buffer.WriteString(kind)
	buffer.WriteString(strconv.Itoa(id))
	return buffer.String()
}

// UpperGood returns a copy.
func UpperGood(text string) string {
	line := lines.Get().(*[]byte)
	*line = append((*line)[:0], text...)
	for i, b := range *line {
		if 'a' <= b && b <= 'z' {
			(*line)[i] = b - 'a' + 'A'
		}
	}
	upper := string(*line)
	lines.Put(line)
	return upper
}

// RenameGood keeps a copy.
func (s *Session) RenameGood(name string) int {
	line := lines.Get().(*[]byte)
	*line = append((*line)[:0], name...)
	s.name = string(*line)
	size := len(s.name)
	lines.Put(line)
	return size
}

// EntryGood is a text.
type EntryGood struct {
	id   int
	text string
}

// AllGood holds texts.
type AllGood struct {
	texts []string
	byKey map[string]string
}

var lastGood string

// RememberGood keeps the text itself.
func RememberGood(texts map[int]any, id int, text string) int {
	texts[id] = text
	return len(texts)
}

// HeadersGood hands out slices.
func HeadersGood() *sync.Pool {
	return &sync.Pool{New: func() any {
		return new([]byte)
	}}
}

// MoreHeadersGood hands out slices.
func MoreHeadersGood() *sync.Pool {
	return &sync.Pool{New: func() any {
		return &[]byte{}
	}}
}

// CountGood copies a line when it is new.
func CountGood(r io.Reader) int {
	counts := map[string]*int{}
	scanner := bufio.NewScanner(r)
	for scanner.Scan() {
		line := scanner.Bytes()
		count, ok := counts[string(line)]
		if !ok {
			count = new(int)
			counts[string(line)] = count
		}
		*count++
	}
	return len(counts)
}

// MarkGood copies a line when it is new.
func MarkGood(r io.Reader) int {
	seen := map[string]bool{}
	scanner := bufio.NewScanner(r)
	for scanner.Scan() {
		line := scanner.Bytes()
		if !seen[string(line)] {
			seen[string(line)] = true
		}
	}
	return len(seen)
}

// LinesGood copies each line.
func LinesGood(r io.Reader) []string {
	var all []string
	scanner := bufio.NewScanner(r)
	for scanner.Scan() {
		all = append(all, scanner.Text())
	}
	return all
}
