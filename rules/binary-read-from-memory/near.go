package binaryreadfrommemory

import (
	"bytes"
	"encoding/binary"
	"io"
)

// From a stream.
func stream(r io.Reader) (length uint32, err error) {
	err = binary.Read(r, binary.BigEndian, &length)
	return length, err
}

// Several values from one reader.
func several(frame []byte) (kind uint16, length uint32) {
	r := bytes.NewReader(frame)
	binary.Read(r, binary.BigEndian, &kind)
	binary.Read(r, binary.BigEndian, &length)
	return kind, length
}

func limited(r io.Reader) (length uint32, err error) {
	err = binary.Read(io.LimitReader(r, 4), binary.BigEndian, &length)
	return length, err
}

type codec struct{}

func (codec) Read(r io.Reader, order int, to *int) {}

// Something else of this name.
func other(binary codec, data []byte) (n int) {
	binary.Read(bytes.NewReader(data), 1, &n)
	return n
}
