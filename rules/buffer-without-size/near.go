package bufferwithoutsize

import (
	"bufio"
	"bytes"
	"encoding/gob"
	"io"
	"sync"
)

// A fixed number of bytes outside of any loop.
func greeting(name string) []byte {
	var out bytes.Buffer
	out.WriteString("Hello, ")
	out.WriteString(name)
	for i := range out.Bytes() {
		out.Bytes()[i] |= 0x20
	}
	return out.Bytes()
}

// Nobody knows how many lines will come.
func upTo(lines *bufio.Scanner, end string) []byte {
	var out bytes.Buffer
	for lines.Scan() {
		if lines.Text() == end {
			break
		}
		out.Write(lines.Bytes())
	}
	return out.Bytes()
}

func received(blocks <-chan []byte) []byte {
	var out bytes.Buffer
	for block := range blocks {
		out.Write(block)
	}
	return out.Bytes()
}

// A few turns, and all of them fit into the first 64 bytes.
func ruler() []byte {
	var out bytes.Buffer
	for i := 0; i < 8; i++ {
		out.WriteString("--+")
	}
	return out.Bytes()
}

// It has its size already, by another name.
func sized(blocks [][]byte, size int) []byte {
	out := bytes.NewBuffer(make([]byte, 0, size))
	grown := bytes.Buffer{}
	grown.Grow(size)
	for _, block := range blocks {
		out.Write(block)
		grown.Write(block)
	}
	return append(out.Bytes(), grown.Bytes()...)
}

// It is emptied on every turn, so it grows once.
func flushed(w io.Writer, blocks [][]byte) error {
	var out bytes.Buffer
	for _, block := range blocks {
		out.Reset()
		out.Write(block)
		out.WriteByte('\n')
		if _, err := w.Write(out.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// A buffer of each turn's own.
func each(blocks [][]byte) [][]byte {
	lines := make([][]byte, 0, len(blocks))
	for _, block := range blocks {
		var line bytes.Buffer
		line.Write(block)
		line.WriteByte('\n')
		lines = append(lines, line.Bytes())
	}
	return lines
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// It goes back into a pool, with what it has grown to.
func pooled(w io.Writer, blocks [][]byte) {
	out := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(out)
	spare := new(bytes.Buffer)
	for _, block := range blocks {
		out.Write(block)
		spare.Write(block)
	}
	w.Write(out.Bytes())
	buffers.Put(spare)
}

// The loop ends with the first write.
func firstLong(blocks [][]byte) []byte {
	var out bytes.Buffer
	for _, block := range blocks {
		if len(block) > 80 {
			out.Write(block)
			break
		}
	}
	return out.Bytes()
}

// It has content to begin with, and is read, not written.
func read(blocks [][]byte) int {
	in := bytes.NewBuffer(blocks[0])
	rest := bytes.NewBufferString("rest")
	var nothing bytes.Buffer
	size := 0
	for _, block := range blocks {
		n, _ := in.Read(block)
		m, _ := rest.Read(block)
		size += n + m + nothing.Len()
	}
	return size
}

// Buffer is our own, and has its room built in.
type Buffer struct {
	data [4096]byte
	used int
}

// WriteString keeps what fits.
func (b *Buffer) WriteString(s string) { b.used += copy(b.data[b.used:], s) }

func own(names []string) int {
	var out Buffer
	for _, name := range names {
		out.WriteString(name)
	}
	return out.used
}

type room struct{ Buffer *Buffer }

// Something else of the package's name.
func shadowed(names []string) int {
	bytes := room{Buffer: &Buffer{}}
	for _, name := range names {
		bytes.Buffer.WriteString(name)
	}
	return bytes.Buffer.used
}

// A parameter may have any size by now.
func given(out *bytes.Buffer, names []string) {
	for _, name := range names {
		out.WriteString(name)
	}
}

// Written on few of the turns: the loop's length says nothing about the size.
func now(blocks [][]byte) []byte {
	var out bytes.Buffer
	for i, block := range blocks {
		if i%1000 == 0 {
			out.Write(block)
		}
	}
	return out.Bytes()
}

// Read as fast as it is written: a decoder, a copy or a method of its own takes out what each turn puts in.
func drained(blocks [][]byte, w io.Writer) error {
	var in, copied, shown bytes.Buffer
	decoder := gob.NewDecoder(&in)
	for _, block := range blocks {
		in.Write(block)
		var number int // want decode-target-per-turn
		if err := decoder.Decode(&number); err != nil {
			return err
		}
		copied.Write(block)
		if _, err := io.Copy(w, &copied); err != nil {
			return err
		}
		shown.Write(block)
		if _, err := shown.WriteTo(w); err != nil {
			return err
		}
	}
	return nil
}

// Filled by each call of the literal and emptied in between: it grows with the first call and keeps its memory.
func refilled(blocks [][]byte, w io.Writer) func() error {
	in := new(bytes.Buffer)
	return func() error {
		for _, block := range blocks {
			in.Write(block)
		}
		_, err := in.WriteTo(w)
		return err
	}
}
