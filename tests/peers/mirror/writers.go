// Package mirror has mirror's table of pairs and what its users reported, and what heaplint says there.
package mirror

import (
	"bufio"
	"bytes"
	"hash/maphash"
	"net/http/httptest"
	"os"
	"strings"
)

// bufio.Writer.Write: `w.Write([]byte(s))`
func bufferedWrite(w *bufio.Writer, text string) {
	w.Write([]byte(text)) // want bytes-of-string-then-write
}

// bufio.Writer.WriteString: `w.WriteString(string(b))`
func bufferedWriteString(w *bufio.Writer, data []byte) {
	w.WriteString(string(data)) // want string-of-bytes-then-write
}

// bufio.Writer.WriteString: of a rune, for which there is WriteRune
func bufferedRune(w *bufio.Writer, letter rune) {
	w.WriteString(string(letter)) // want string-of-bytes-then-write
}

// bytes.Buffer.Write: `b.Write([]byte(s))`
func bufferWrite(b *bytes.Buffer, text string) {
	b.Write([]byte(text)) // none: saves nothing: the compiler makes no copy for what only reads it
}

// bytes.Buffer.WriteString: `b.WriteString(string(data))`
func bufferWriteString(b *bytes.Buffer, data []byte) {
	b.WriteString(string(data)) // want string-of-bytes-then-write
}

// bytes.Buffer.WriteString: of a rune
func bufferRune(b *bytes.Buffer, letter rune) {
	b.WriteString(string(letter)) // none: saves nothing: the text of one character stays on the stack
}

// strings.Builder.Write: `b.Write([]byte(s))`
func builderWrite(b *strings.Builder, text string) {
	b.Write([]byte(text)) // none: saves nothing: the compiler makes no copy for what only reads it
}

// strings.Builder.WriteString: `b.WriteString(string(data))`
func builderWriteString(b *strings.Builder, data []byte) {
	b.WriteString(string(data)) // want string-of-bytes-then-write
}

// strings.Builder.WriteString: of a rune
func builderRune(b *strings.Builder, letter rune) {
	b.WriteString(string(letter)) // none: saves nothing: the text of one character stays on the stack
}

// os.File.Write: `f.Write([]byte(s))`
func fileWrite(f *os.File, text string) {
	f.Write([]byte(text)) // want bytes-of-string-then-write
}

// os.File.Write: of a constant
func fileWriteConstant(f *os.File) {
	f.Write([]byte("a line of constant text that is longer than a few words\n")) // none: saves nothing: the compiler makes no copy of a constant
}

// os.File.WriteString: `f.WriteString(string(b))`
func fileWriteString(f *os.File, data []byte) {
	f.WriteString(string(data)) // want string-of-bytes-then-write
}

// httptest.ResponseRecorder.Write: `w.Write([]byte(s))`
func recorderWrite(w *httptest.ResponseRecorder, text string) {
	w.Write([]byte(text)) // want bytes-of-string-then-write
}

// httptest.ResponseRecorder.WriteString: `w.WriteString(string(b))`
func recorderWriteString(w *httptest.ResponseRecorder, data []byte) {
	w.WriteString(string(data)) // want string-of-bytes-then-write
}

// maphash.Hash.Write: `h.Write([]byte(s))`
func hashWrite(h *maphash.Hash, text string) {
	h.Write([]byte(text)) // want bytes-of-string-then-write
}

// maphash.Hash.WriteString: `h.WriteString(string(b))`
func hashWriteString(h *maphash.Hash, data []byte) {
	h.WriteString(string(data)) // want string-of-bytes-then-write
}

// maphash.Bytes: `maphash.Bytes(seed, []byte(s))`
func hashOfBytes(seed maphash.Seed, text string) uint64 {
	return maphash.Bytes(seed, []byte(text)) // want search-in-converted-text
}

// maphash.String: `maphash.String(seed, string(b))`
func hashOfString(seed maphash.Seed, data []byte) uint64 {
	return maphash.String(seed, string(data)) // want search-in-converted-text
}

// bytes.NewBuffer: `bytes.NewBuffer([]byte(s))`
func newBuffer(text string) *bytes.Buffer {
	return bytes.NewBuffer([]byte(text)) // none: saves nothing: NewBufferString makes the same copy
}

// bytes.NewBuffer: of a constant, as in many tests
func newBufferOfConstant() *bytes.Buffer {
	return bytes.NewBuffer([]byte(`{"name": "a document of some length"}`)) // none: saves nothing: NewBufferString makes the same copy
}

// bytes.NewBufferString: `bytes.NewBufferString(string(b))`
func newBufferString(data []byte) *bytes.Buffer {
	return bytes.NewBufferString(string(data)) // want reader-over-converted-text
}
