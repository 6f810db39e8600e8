package unsafebeyondarray

import (
	"strings"
	"unsafe"
)

// Checksum adds the bytes of a key.
func Checksum(seed byte) int {
	key := [2]byte{seed, seed + 1}
	raw := unsafe.Slice(&key[0], 5) // want unsafe-beyond-array
	sum := 0
	for _, b := range raw[:2] {
		sum += int(b)
	}
	return sum
}

// Octets looks at a number as bytes.
func Octets(number uint32) byte {
	raw := unsafe.Slice((*byte)(unsafe.Pointer(&number)), 8) // want unsafe-beyond-array
	return raw[0] ^ raw[1] ^ raw[2] ^ raw[3]
}

// Tail looks at the end of a block.
func Tail(block *[16]byte) string {
	last := *block
	tail := unsafe.String(&last[12], 16) // want unsafe-beyond-array
	return strings.Clone(tail[:4])
}

// Double reads one number as if it were two.
func Double(number int) int {
	pair := unsafe.Slice(&number, 2) // want unsafe-beyond-array
	return pair[0]
}

// Halves looks at wide numbers as narrow ones.
func Halves(a, b uint64) uint32 {
	wide := [2]uint64{a, b}
	narrow := unsafe.Slice((*uint32)(unsafe.Pointer(&wide[1])), 0x4) // want unsafe-beyond-array
	return narrow[0] ^ narrow[1]
}
