package binaryreadfrommemory

import (
	"encoding/binary"
	"io"
)

// LengthGood is the length that a frame begins with.
func LengthGood(frame []byte) (length uint32, err error) {
	if len(frame) < 4 {
		return 0, io.ErrUnexpectedEOF
	}
	return binary.BigEndian.Uint32(frame), nil
}

// SumGood adds the numbers of a table.
func SumGood(table []byte) (sum int64) {
	for ; len(table) >= 8; table = table[8:] {
		sum += int64(binary.LittleEndian.Uint64(table))
	}
	return sum
}
