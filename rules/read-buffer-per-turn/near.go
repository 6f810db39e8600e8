package readbufferperturn

import (
	"bytes"
	"encoding/binary"
	"io"
)

// A concrete reader says what it does with the buffer.
func concrete(r *bytes.Reader) int {
	sum := 0
	for r.Len() > 0 {
		var header [4]byte
		n, _ := r.Read(header[:])
		sum += n
	}
	return sum
}

// The parts are kept.
func parts(r io.Reader) (all [][]byte) {
	for {
		part := make([]byte, 64)
		n, err := io.ReadFull(r, part)
		all = append(all, part[:n])
		if err != nil {
			return all
		}
	}
}

// Once, before the loop.
func before(r io.Reader) int {
	sum := 0
	var header [4]byte
	for range 100 {
		if _, err := io.ReadFull(r, header[:]); err != nil {
			return sum
		}
		sum += int(header[0])
	}
	return sum
}

// Nothing is read through an interface.
func encoded(values []uint32, out *bytes.Buffer) {
	for _, value := range values {
		var word [4]byte
		binary.LittleEndian.PutUint32(word[:], value)
		out.Write(word[:])
	}
}

// Each goroutine needs its own, and some turns need none.
func concurrent(readers []io.Reader, last io.Reader) {
	for i, r := range readers {
		go func() {
			buffer := make([]byte, 64)
			for range 10 {
				_, _ = r.Read(buffer)
			}
		}()
		if i == len(readers)-1 {
			var end [1]byte
			_, _ = last.Read(end[:])
		}
	}
}
