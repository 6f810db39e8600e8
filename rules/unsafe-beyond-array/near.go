package unsafebeyondarray

import "unsafe"

// Up to the end, and not further.
func whole(number uint64) (int, int) {
	var buffer [64]byte
	all := unsafe.Slice(&buffer[0], 64)
	rest := unsafe.Slice(&buffer[60], 4)
	bytes := unsafe.Slice((*byte)(unsafe.Pointer(&number)), 8)
	words := unsafe.Slice((*uint16)(unsafe.Pointer(&buffer[0])), 32)
	text := unsafe.String(&buffer[0], 0x40)
	return len(all) + len(rest), len(bytes) + len(words) + len(text)
}

// A pointer to an array that was laid over memory of another size.
func overlaid(memory unsafe.Pointer) []byte {
	head := (*[4]byte)(memory)
	return unsafe.Slice(&head[0], 128)
}

// What lies behind a slice's element is as long as the slice's memory.
func element(raw []byte) []byte {
	return unsafe.Slice(&raw[0], 16)
}

// An array of one at the end of a struct stands for as many as there are.
type table struct {
	count uint32
	rows  [1]uint64
}

func rows(memory *table) []uint64 {
	return unsafe.Slice(&memory.rows[0], 32)
}

// A pointer says nothing about what lies behind it.
func behind(first *byte, text string) ([]byte, []byte) {
	return unsafe.Slice(first, 4096), unsafe.Slice(unsafe.StringData(text), 3)
}

// A length that is not written down.
func variable(n int) []byte {
	var buffer [64]byte
	return unsafe.Slice(&buffer[0], n)
}

// Arrays of two dimensions: the inner one is not all there is.
func flat() []int32 {
	var grid [4][4]int32
	return unsafe.Slice((*int32)(unsafe.Pointer(&grid)), 16)
}

// A conversion to an array that is never this large, and then a slice of it: the way before Go 1.17.
func idiom(memory unsafe.Pointer, n int) []byte {
	return (*[1 << 20]byte)(memory)[:n:n]
}

type arena struct{ taken int }

func (a *arena) Slice(_ *byte, n int) int { a.taken += n; return a.taken }

// A variable that hides the package.
func shadowed() int {
	var unsafe arena
	var one byte
	return unsafe.Slice(&one, 4096)
}
