package largebufferpercall

import (
	"hash/crc32"
	"io"
	"slices"
	"sync"
)

// buffers holds pointers, so that Put needs no memory either.
var buffers = sync.Pool{New: func() any { buffer := make([]byte, 32<<10); return &buffer }}

// ChecksumGood takes the buffer from a pool.
func ChecksumGood(r io.Reader) (sum uint32) {
	pooled := buffers.Get().(*[]byte)
	defer buffers.Put(pooled)
	buffer := *pooled
	for {
		n, err := r.Read(buffer)
		sum = crc32.Update(sum, crc32.IEEETable, buffer[:n])
		if err != nil {
			return sum
		}
	}
}

// BlockGood does so, and grows what it gets.
func BlockGood(r io.Reader, size int, wanted byte) (count int) {
	pooled := buffers.Get().(*[]byte)
	defer buffers.Put(pooled)
	*pooled = slices.Grow((*pooled)[:0], size)
	block := (*pooled)[:size]
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
