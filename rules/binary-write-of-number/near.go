package binarywriteofnumber

import (
	"encoding/binary"
	"io"
)

type header struct {
	Magic  uint32
	Length uint16
}

// More than a number at once.
func many(w io.Writer, head *header, words []uint32) {
	binary.Write(w, binary.LittleEndian, head)
	binary.Write(w, binary.LittleEndian, words)
	binary.Write(w, binary.LittleEndian, *head)
}

// A constant's box is part of the program.
func magic(w io.Writer) { binary.Write(w, binary.LittleEndian, uint32(0xcafebabe)) }

// What it is comes out at run time.
func unknown(w io.Writer, value interface{}) { binary.Write(w, binary.LittleEndian, value) }

type codec struct{}

func (codec) Write(w io.Writer, order, value int) {}

// Something else of this name.
func other(binary codec, w io.Writer, n int) { binary.Write(w, 1, n) }

// One number alone, to whom knows whom: an array of one's own would go to the heap as well.
func alone(w io.Writer, length uint64) error {
	return binary.Write(w, binary.LittleEndian, length)
}
