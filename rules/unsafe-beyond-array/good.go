package unsafebeyondarray

import (
	"strings"
	"unsafe"
)

// ChecksumGood slices the array.
func ChecksumGood(seed byte) int {
	key := [2]byte{seed, seed + 1}
	raw := key[:]
	sum := 0
	for _, b := range raw {
		sum += int(b)
	}
	return sum
}

// OctetsGood takes the size from the variable.
func OctetsGood(number uint32) byte {
	raw := unsafe.Slice((*byte)(unsafe.Pointer(&number)), unsafe.Sizeof(number))
	return raw[0] ^ raw[1] ^ raw[2] ^ raw[3]
}

// TailGood ends where the array ends.
func TailGood(block *[16]byte) string {
	last := *block
	tail := unsafe.String(&last[12], 4)
	return strings.Clone(tail)
}

// DoubleGood reads one number.
func DoubleGood(number int) int {
	pair := unsafe.Slice(&number, 1)
	return pair[0]
}

// HalvesGood reads what is there.
func HalvesGood(a, b uint64) uint32 {
	wide := [2]uint64{a, b}
	narrow := unsafe.Slice((*uint32)(unsafe.Pointer(&wide[1])), 2)
	return narrow[0] ^ narrow[1]
}
