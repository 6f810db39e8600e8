package poolkeepslargebuffer

import (
	"bytes"
	"io"
	"strings"
	"sync"
)

// Large ones are left to the collector.
func bounded(pool *sync.Pool, buffer *bytes.Buffer) {
	if buffer.Cap() > 64<<10 {
		return
	}
	buffer.Reset()
	pool.Put(buffer)
}

// Other things are of one size, or let their memory go.
func others(pool *sync.Pool, builder *strings.Builder, numbers *[16]int) {
	builder.Reset()
	pool.Put(builder)
	clear(numbers[:])
	pool.Put(numbers)
}

type shelf struct{ buffers []*bytes.Buffer }

func (s *shelf) Put(buffer *bytes.Buffer) { s.buffers = append(s.buffers, buffer) }

// No pool.
func shelve(s *shelf, buffer *bytes.Buffer) {
	buffer.Reset()
	s.Put(buffer)
}

// A few words of one's own.
func greet(pool *sync.Pool, name string) string {
	buffer := pool.Get().(*bytes.Buffer)
	buffer.Reset()
	defer pool.Put(buffer)
	buffer.WriteString("hello, ")
	buffer.WriteString(name)
	return buffer.String()
}

// It is as large as a chunk, each time.
func upload(pool *sync.Pool, body io.Reader, chunk int64, send func([]byte)) error {
	buffer := pool.Get().(*bytes.Buffer)
	buffer.Reset()
	defer pool.Put(buffer)
	limited := io.LimitReader(body, chunk)
	if _, err := buffer.ReadFrom(limited); err != nil {
		return err
	}
	send(buffer.Bytes())
	return nil
}

// So many bytes as the one who asks says.
func number(pool *sync.Pool, from io.Reader) byte {
	buffer := pool.Get().(*bytes.Buffer)
	buffer.Reset()
	defer pool.Put(buffer)
	io.CopyN(buffer, from, 1)
	return buffer.Bytes()[0]
}
