package headerbuiltbyhand

import (
	"reflect"
	"unsafe"
)

// A header that lies over a real string or slice is the one use that package unsafe allows.
func overlaid(raw []byte) string {
	var text string
	header := (*reflect.StringHeader)(unsafe.Pointer(&text))
	header.Data = uintptr(unsafe.Pointer(unsafe.SliceData(raw)))
	header.Len = len(raw)
	return text
}

func shortened(raw []byte, n int) []byte {
	(*reflect.SliceHeader)(unsafe.Pointer(&raw)).Len = n
	return raw
}

// Reading a header changes nothing.
func address(raw []byte) uintptr {
	header := *(*reflect.SliceHeader)(unsafe.Pointer(&raw))
	return header.Data + uintptr(header.Cap)
}

// The size of a header is asked of a header.
func size() int {
	return int(unsafe.Sizeof(reflect.SliceHeader{}) + unsafe.Sizeof(reflect.StringHeader{}))
}

// SliceHeader is a struct of one's own.
type SliceHeader struct {
	Data []byte
	Len  int
}

func own(raw []byte) SliceHeader {
	var header SliceHeader
	header.Data = raw
	header.Len = len(raw)
	other := SliceHeader{Data: raw, Len: len(raw)}
	return SliceHeader{Data: append(header.Data, other.Data...), Len: header.Len + other.Len}
}

type headers struct{ SliceHeader func([]byte) SliceHeader }

// A variable that hides the package.
func shadowed(raw []byte) SliceHeader {
	reflect := headers{SliceHeader: own}
	return reflect.SliceHeader(raw)
}

// What replaced the headers.
func slices(raw []byte) (string, []uint16) {
	text := unsafe.String(unsafe.SliceData(raw), len(raw))
	return text, unsafe.Slice((*uint16)(unsafe.Pointer(unsafe.SliceData(raw))), len(raw)/2)
}
