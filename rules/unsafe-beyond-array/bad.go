package unsafebeyondarray

import "unsafe"

// Key looks at an array as a slice.
func Key(seed byte) []byte {
	key := [16]byte{seed, seed + 1}
	raw := unsafe.Slice(&key[0], 20) // want unsafe-beyond-array
	return raw[:len(key)]
}

// Octets looks at two numbers as bytes.
func Octets(numbers [2]uint64) []byte {
	raw := unsafe.Slice((*byte)(unsafe.Pointer(&numbers)), 24) // want unsafe-beyond-array
	return raw[:16]
}

// Tail looks at the end of a block.
func Tail(block *[16]byte) string {
	last := *block
	tail := unsafe.String(&last[12], 16) // want unsafe-beyond-array
	return tail[:4]
}

// Double reads one reference as if it were two.
func Double(number *int) []*int {
	pair := unsafe.Slice(&number, 2) // want unsafe-beyond-array
	return pair[:1]
}

// Halves looks at wide numbers as narrow ones.
func Halves(a, b uint64) []uint32 {
	wide := [2]uint64{a, b}
	narrow := unsafe.Slice((*uint32)(unsafe.Pointer(&wide[1])), 0x4) // want unsafe-beyond-array
	return narrow[:2]
}
