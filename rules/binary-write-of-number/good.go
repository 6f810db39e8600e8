package binarywriteofnumber

import (
	"encoding/binary"
	"io"
	"math"
)

// RecordGood writes a list of lengths, with their number before them.
func RecordGood(lengths []uint32) []byte {
	out := make([]byte, 0, 2+4*len(lengths))
	out = binary.BigEndian.AppendUint16(out, uint16(len(lengths)))
	for _, length := range lengths {
		out = binary.BigEndian.AppendUint32(out, length)
	}
	return out
}

// PointsGood writes numbers one after the other.
func PointsGood(w io.Writer, points []float64) error {
	var word [8]byte
	for i := range points {
		binary.LittleEndian.PutUint64(word[:], math.Float64bits(points[i]))
		if _, err := w.Write(word[:]); err != nil {
			return err
		}
	}
	return nil
}
