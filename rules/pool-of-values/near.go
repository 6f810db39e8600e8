package poolofvalues

import (
	"bytes"
	"sync"
)

var buffers, maps, channels sync.Pool

type scratch struct{ bytes []byte }

// Pointers, maps, channels and functions fit as they are.
func put(buffer *bytes.Buffer, line *[]byte, known map[string]int, done chan int, work *scratch) {
	buffers.Put(buffer)
	buffers.Put(line)
	maps.Put(known)
	channels.Put(done)
	buffers.Put(work)
	buffers.Put(&scratch{})
}

// It is an interface already.
func putAny(x any) { buffers.Put(x) }

type shelf struct{ books []byte }

func (s *shelf) Put(book []byte) { s.books = book }

// Something else of this name.
func other(s *shelf, line []byte) { s.Put(line) }

type lender struct{ pool sync.Pool }

// What httputil.BufferPool asks for: nobody has a pointer here.
func (l *lender) Put(line []byte) { l.pool.Put(line[:cap(line)]) }
