package readbufferperturn

import (
	"encoding/binary"
	"io"
)

// RecordsGood adds up the lengths of records, each with its length in front.
func RecordsGood(r io.Reader) (int, error) {
	sum := 0
	var header [4]byte
	for {
		if _, err := io.ReadFull(r, header[:]); err != nil {
			break
		}
		sum += int(binary.BigEndian.Uint32(header[:]))
	}
	return sum, nil
}

// LettersGood counts what a reader gives.
func LettersGood(r io.Reader) (counts [256]int) {
	buffer := make([]byte, 512)
	for {
		n, err := r.Read(buffer)
		for _, letter := range buffer[:n] {
			counts[letter]++
		}
		if err != nil {
			break
		}
	}
	return counts
}
