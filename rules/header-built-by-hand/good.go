package headerbuiltbyhand

import "unsafe"

// TextGood says what it means.
func TextGood(raw []byte) string {
	return unsafe.String(unsafe.SliceData(raw), len(raw))
}

// BytesGood says what it means.
func BytesGood(text string) []byte {
	if text == "" {
		return nil
	}
	return unsafe.Slice(unsafe.StringData(text), len(text))
}

// WordsGood says what it means.
func WordsGood(numbers []uint32) []byte {
	if len(numbers) == 0 {
		return nil
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(numbers))), 4*len(numbers))
}

// SkipGood needs nothing unsafe.
func SkipGood(text string, n int) string { return text[n:] }
