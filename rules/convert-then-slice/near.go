package convertthenslice

import "bytes"

// The part is taken first.
func part(record []byte, line string) (string, []byte) {
	return string(record[:16]), []byte(line[:4])
}

// Characters are not bytes.
func characters(text string, runes []rune) ([]rune, string) {
	return []rune(text)[:3], string(runes)[:3]
}

// One byte of it: the compiler makes no copy.
func byteAt(record []byte) byte { return string(record)[0] }

// The whole is used as well.
func both(record []byte) (string, string) {
	text := string(record)
	return text, text[:16]
}

// Types that are strings already.
type label string

func named(l label) string { return string(l)[1:] }

// A function with the name of a type.
func spelled(record []byte) string {
	string := func(b []byte) string { return "<" }
	return string(record)[:1]
}

// A byte or two less than all of it.
func unquoted(record []byte, line string) (string, []byte, string, []byte) {
	return string(record)[1 : len(record)-1], []byte(line)[:len(line)-1], string(record)[1:], []byte(line)[2:]
}

// Bytes of a string that are only looked at: the compiler makes no copy.
func valid(line string, end int) []byte {
	return bytes.ToValidUTF8([]byte(line)[:end], []byte("?"))
}
