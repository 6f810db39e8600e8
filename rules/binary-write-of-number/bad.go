package binarywriteofnumber

import (
	"bytes"
	"encoding/binary"
	"io"
)

// Record writes a list of lengths, with their number before them.
func Record(lengths []uint32) []byte {
	var out bytes.Buffer
	binary.Write(&out, binary.BigEndian, uint16(len(lengths))) // want binary-write-of-number
	for _, length := range lengths {
		binary.Write(&out, binary.BigEndian, length) // want binary-write-of-number
	}
	return out.Bytes()
}

// Points writes numbers one after the other.
func Points(w io.Writer, points []float64) error {
	for i := range points {
		if err := binary.Write(w, binary.LittleEndian, points[i]); err != nil { // want binary-write-of-number
			return err
		}
	}
	return nil
}
