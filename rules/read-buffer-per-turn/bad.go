package readbufferperturn

import (
	"encoding/binary"
	"io"
)

// Records adds up the lengths of records, each with its length in front.
func Records(r io.Reader) (int, error) {
	sum := 0
	for {
		var header [4]byte // want read-buffer-per-turn
		if _, err := io.ReadFull(r, header[:]); err != nil {
			break
		}
		sum += int(binary.BigEndian.Uint32(header[:]))
	}
	return sum, nil
}

// Letters counts what a reader gives.
func Letters(r io.Reader) (counts [256]int) {
	for {
		buffer := make([]byte, 512) // want read-buffer-per-turn
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
