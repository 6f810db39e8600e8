package stringreadasslice

import (
	"reflect"
	"unsafe"
)

// Two words of three.
func text(raw []byte) string {
	return *(*string)(unsafe.Pointer(&raw))
}

// A slice as another slice.
func numbers(raw []uint32) []int32 {
	return *(*[]int32)(unsafe.Pointer(&raw))
}

// A header of three words over a slice.
func header(raw []byte) *reflect.SliceHeader {
	return (*reflect.SliceHeader)(unsafe.Pointer(&raw))
}

type view struct {
	text     string
	capacity int
}

// The capacity stands behind the string.
func bytes(text string) []byte {
	whole := view{text, len(text)}
	return *(*[]byte)(unsafe.Pointer(&whole))
}
