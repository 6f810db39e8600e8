package sprintfofbytes

import (
	"encoding/json"
	"fmt"
	"net"
)

// Capitals, blanks between the bytes, quotes, and numbers in a row.
func shaped(id []byte) string {
	a := fmt.Sprintf("%X", id)
	b := fmt.Sprintf("% x", id)
	c := fmt.Sprintf("%q", id)
	d := fmt.Sprintf("%v", id)
	return a + b + c + d
}

// Types of their own, which may print themselves.
func themselves(address net.IP, message json.RawMessage) string {
	return fmt.Sprintf("%s", address) + fmt.Sprintf("%s", message) // want sprintf-of-stringer
}

// An array is no text, and one of other numbers has blanks between them.
func arrays(sum [4]uint32, key [16]byte) string {
	return fmt.Sprintf("%x", sum) + fmt.Sprintf("%s", key)
}

// Words around it.
func words(id []byte) string { return fmt.Sprintf("id %x", id) }

type printer struct{}

func (printer) Sprintf(format string, id []byte) string { return format }

// Something else of the same name.
func shadowed(id []byte) string {
	fmt := printer{}
	return fmt.Sprintf("%x", id)
}
