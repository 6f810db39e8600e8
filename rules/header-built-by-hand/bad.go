package headerbuiltbyhand

import (
	"reflect"
	"unsafe"
)

// Text looks at bytes as a string.
func Text(raw []byte) string {
	if len(raw) == 0 {
		return ""
	}
	header := reflect.StringHeader{ // want header-built-by-hand
		Data: uintptr(unsafe.Pointer(&raw[0])),
		Len:  len(raw),
	}
	return *(*string)(unsafe.Pointer(&header))
}

// Bytes looks at a string as bytes.
func Bytes(text string) []byte {
	if text == "" {
		return nil
	}
	var header reflect.SliceHeader
	header.Data = (*reflect.StringHeader)(unsafe.Pointer(&text)).Data // want header-built-by-hand
	header.Len = len(text)
	header.Cap = len(text)
	return *(*[]byte)(unsafe.Pointer(&header))
}

// Words looks at numbers as bytes.
func Words(numbers []uint32) []byte {
	if len(numbers) == 0 {
		return nil
	}
	header := &reflect.SliceHeader{Data: uintptr(unsafe.Pointer(&numbers[0])), Len: 4 * len(numbers), Cap: 4 * len(numbers)} // want header-built-by-hand
	return *(*[]byte)(unsafe.Pointer(header))
}

// Skip leaves out the first bytes of a string.
func Skip(text string, n int) string {
	header := *(*reflect.StringHeader)(unsafe.Pointer(&text))
	header.Data, header.Len = header.Data+uintptr(n), header.Len-n // want header-built-by-hand
	return *(*string)(unsafe.Pointer(&header))
}
