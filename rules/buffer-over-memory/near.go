package bufferovermemory

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"io"
	"net/http"
	"os"
	"strings"
)

// Files and connections are what buffers are for.
func file(f *os.File, r io.Reader) {
	bufio.NewReader(f).ReadByte()
	reader := bufio.NewReader(r)
	reader.ReadByte()
}

// Methods that a strings.Reader has not.
func lines(text string) string {
	reader := bufio.NewReader(strings.NewReader(text))
	line, _ := reader.ReadString('\n')
	next, _ := reader.Peek(1)
	return line + string(next)
}

// A request is read from a bufio.Reader.
func request(data []byte) (*http.Request, error) {
	return http.ReadRequest(bufio.NewReader(bytes.NewReader(data)))
}

// So is a table: it makes a buffer where it gets none.
func table(text string) *csv.Reader {
	return csv.NewReader(bufio.NewReader(strings.NewReader(text)))
}

// Nobody knows who reads.
func given(text string) io.Reader { return bufio.NewReader(strings.NewReader(text)) }

type maker struct{}

func (maker) NewReader(r io.Reader) *strings.Reader { return nil }

// Something else of that name.
func shadowed(text string) {
	bufio := maker{}
	reader := bufio.NewReader(strings.NewReader(text))
	reader.ReadByte()
}
