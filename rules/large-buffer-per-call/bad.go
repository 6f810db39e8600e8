package largebufferpercall

import (
	"hash/crc32"
	"io"
)

// Checksum is the checksum of what a reader gives.
func Checksum(r io.Reader) (sum uint32) {
	buffer := make([]byte, 32<<10) // want large-buffer-per-call
	for {
		n, err := r.Read(buffer)
		sum = crc32.Update(sum, crc32.IEEETable, buffer[:n])
		if err != nil {
			return sum
		}
	}
}

// Block reads a block and counts a byte in it.
func Block(r io.Reader, size int, wanted byte) (count int) {
	block := make([]byte, size) // want large-buffer-per-call
	if _, err := io.ReadFull(r, block); err != nil {
		return 0
	}
	for _, one := range block {
		if one == wanted {
			count++
		}
	}
	return count
}
