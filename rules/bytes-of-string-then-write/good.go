package bytesofstringthenwrite

import (
	"bufio"
	"hash/maphash"
	"io"
	"net/http"
)

// ServeGood answers with a page.
func ServeGood(w http.ResponseWriter, page string) {
	io.WriteString(w, page)
}

// RefuseGood says no, in the same words each time.
func RefuseGood(w io.Writer) error {
	_, err := io.WriteString(w, "you are not allowed to see this page\n")
	return err
}

// LinesGood writes lines through a buffer.
func LinesGood(out *bufio.Writer, lines []string) {
	for _, line := range lines {
		out.WriteString(line)
		out.WriteByte('\n')
	}
}

// GreetGood writes a greeting.
func GreetGood(w io.Writer, name Name) {
	io.WriteString(w, string(name))
	io.WriteString(w, string(name))
}

// SumGood is a hash of two texts.
func SumGood(seed maphash.Seed, name, text string) uint64 {
	var hash maphash.Hash
	hash.SetSeed(seed)
	hash.WriteString(name)
	hash.WriteString(text)
	return hash.Sum64()
}
