package readeroverconvertedtext

import (
	"bufio"
	"bytes"
	"io"
	"strings"
)

// Over what there is.
func over(document string, data []byte) (io.Reader, io.Reader) {
	return strings.NewReader(document), bytes.NewReader(data)
}

// A builder's String copies nothing.
func built(parts []string) io.Reader {
	var all strings.Builder
	all.Grow(64 * len(parts))
	for _, part := range parts {
		all.WriteString(part)
	}
	return strings.NewReader(all.String())
}

// Strings, one of them of another type.
type label string

func others(name label) (io.Reader, io.Reader) {
	return strings.NewReader("constant"), strings.NewReader(string(name))
}

// Runes must be encoded.
func encoded(runes []rune) io.Reader { return strings.NewReader(string(runes)) }

// Nothing is no memory.
func nothing() io.Reader { return bytes.NewReader([]byte("")) }

// A buffer may be written to: it needs bytes of its own, and makes them of a string.
func filled(text string) *bytes.Buffer { return bytes.NewBufferString(text) }

// A reader over a reader.
func buffered(r io.Reader) *bufio.Reader { return bufio.NewReader(r) }

type library struct{}

func (library) NewReader(text string) io.Reader { return nil }

// Something else of the package's name.
func shadowed(data []byte) io.Reader {
	strings := library{}
	return strings.NewReader(string(data))
}
