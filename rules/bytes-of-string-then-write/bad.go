package bytesofstringthenwrite

import (
	"bufio"
	"hash/maphash"
	"io"
	"net/http"
)

// Serve answers with a page.
func Serve(w http.ResponseWriter, page string) {
	w.Write([]byte(page)) // want bytes-of-string-then-write
}

// Refuse says no, in the same words each time.
func Refuse(w io.Writer) error {
	_, err := w.Write([]byte("you are not allowed to see this page\n")) // with a profile alone
	return err
}

// Lines writes lines through a buffer.
func Lines(out *bufio.Writer, lines []string) {
	for _, line := range lines {
		out.Write([]byte(line)) // want bytes-of-string-then-write
		out.WriteByte('\n')
	}
}

// Name is a string with a type of its own.
type Name string

// Greet writes a greeting.
func Greet(w io.Writer, name Name) {
	w.Write([]byte(string(name))) // want bytes-of-string-then-write
	w.Write([]uint8(name))        // want bytes-of-string-then-write
}

// Sum is a hash of two texts.
func Sum(seed maphash.Seed, name, text string) uint64 {
	var hash maphash.Hash
	hash.SetSeed(seed)
	hash.Write([]byte(name)) // want bytes-of-string-then-write
	hash.Write([]byte(text)) // want bytes-of-string-then-write
	return hash.Sum64()
}
