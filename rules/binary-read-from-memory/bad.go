package binaryreadfrommemory

import (
	"bytes"
	"encoding/binary"
)

// Length is the length that a frame begins with.
func Length(frame []byte) (length uint32, err error) {
	err = binary.Read(bytes.NewReader(frame[:4]), binary.BigEndian, &length) // want binary-read-from-memory
	return length, err
}

// Sum adds the numbers of a table.
func Sum(table []byte) (sum int64) {
	for ; len(table) >= 8; table = table[8:] {
		var number int64
		binary.Read(bytes.NewBuffer(table), binary.LittleEndian, &number) // want binary-read-from-memory
		sum += number
	}
	return sum
}
