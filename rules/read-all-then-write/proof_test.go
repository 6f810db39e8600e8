package readallthenwrite

import (
	"bufio"
	"bytes"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"

	"heaplint.test/rules/proof"
)

// response reads as net/http's does: through a buffer that all responses share.
type response struct {
	header http.Header
	length int
}

var buffers = sync.Pool{New: func() any { return new([32 << 10]byte) }}

func (r *response) Header() http.Header { return r.header }
func (r *response) WriteHeader(int)     {}
func (r *response) Write(b []byte) (int, error) {
	r.length += len(b)
	return len(b), nil
}
func (r *response) ReadFrom(from io.Reader) (int64, error) {
	buffer := buffers.Get().(*[32 << 10]byte)
	defer buffers.Put(buffer)
	return io.CopyBuffer(struct{ io.Writer }{r}, from, buffer[:])
}

func TestProof(t *testing.T) {
	text := strings.NewReader(strings.Repeat("a line of text of an ordinary length\n", 300))
	// A body that is neither in memory nor knows how to write itself, as those of responses are.
	body := struct{ io.Reader }{bufio.NewReader(text)}
	answer := &response{header: http.Header{"Content-Type": {""}}}
	forward := func(f func(http.ResponseWriter, io.Reader) error) func() int {
		return func() int {
			text.Seek(0, io.SeekStart)
			answer.length = 0
			if err := f(answer, body); err != nil {
				panic(err)
			}
			return answer.length
		}
	}
	var buffer bytes.Buffer
	frame := func(f func(*bytes.Buffer, io.Reader) error) func() int {
		return func() int {
			text.Seek(0, io.SeekStart)
			buffer.Reset()
			if err := f(&buffer, body); err != nil {
				panic(err)
			}
			return buffer.Len()
		}
	}
	writer := bufio.NewWriter(io.Discard)
	appended := func(f func(*bufio.Writer, io.Reader) error) func() int {
		return func() int {
			text.Seek(0, io.SeekStart)
			if err := f(writer, body); err != nil {
				panic(err)
			}
			return text.Len()
		}
	}
	proof.Allocates(t, "Forward", forward(Forward), forward(ForwardGood))
	proof.Allocates(t, "Frame", frame(Frame), frame(FrameGood))
	proof.Allocates(t, "Append", appended(Append), appended(AppendGood))
}
