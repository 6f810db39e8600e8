package bytesofstringthenwrite

import (
	"bytes"
	"crypto/sha256"
	"io"
	"net"
	"os"
	"strings"
)

// The compiler sees that these keep nothing: no copy is made.
func inMemory(text string) (string, string) {
	var buffer bytes.Buffer
	buffer.Write([]byte(text))
	var builder strings.Builder
	builder.Write([]byte(text))
	return buffer.String(), builder.String()
}

// A connection and a hash have no WriteString: io.WriteString would copy too.
func without(connection net.Conn, text string) []byte {
	connection.Write([]byte(text))
	sum := sha256.New()
	sum.Write([]byte(text))
	return sum.Sum(nil)
}

// Bytes that are bytes already, or named so.
type raw []byte

func already(w io.Writer, data raw) { w.Write([]byte(data)) }

// The bytes are used for something else too.
func kept(w io.Writer, text string) []byte {
	data := []byte(text)
	w.Write(data)
	return data
}

// sink has a Write of its own that is no writer's.
type sink struct{ last []byte }

func (s *sink) Write(data []byte) { s.last = data }

func own(s *sink, text string) { s.Write([]byte(text)) }

// Runes are no bytes.
type drawer interface{ Write(runes []rune) }

func drawn(d drawer, text string) { d.Write([]rune(text)) }

// A file only reads the bytes of a constant, so that no copy is made of it.
func header(file *os.File) error {
	_, err := file.Write([]byte("a header that is longer than the thirty-two bytes of a buffer on the stack"))
	return err
}

// A sum becomes bytes at once: as a string it would be one object too.
func line(w io.Writer, name string) {
	w.Write([]byte("name " + name + "\n"))
	w.Write([]byte(("<" + name)))
}
