package unsafebeyondarray

import "unsafe"

// KeyGood slices the array.
func KeyGood(seed byte) []byte {
	key := [16]byte{seed, seed + 1}
	return key[:]
}

// OctetsGood takes the size from the variable.
func OctetsGood(numbers [2]uint64) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(&numbers)), unsafe.Sizeof(numbers))
}

// TailGood ends where the array ends.
func TailGood(block *[16]byte) string {
	last := *block
	return unsafe.String(&last[12], 4)
}

// DoubleGood reads one reference.
func DoubleGood(number *int) []*int {
	return unsafe.Slice(&number, 1)
}

// HalvesGood reads what is there.
func HalvesGood(a, b uint64) []uint32 {
	wide := [2]uint64{a, b}
	return unsafe.Slice((*uint32)(unsafe.Pointer(&wide[1])), 2)
}
