package copythroughreader

import (
	"bytes"
	"io"
	"strings"
)

// Send sends a body.
func Send(w io.Writer, body []byte) error {
	_, err := io.Copy(w, bytes.NewReader(body)) // want copy-through-reader
	return err
}

// Greet sends a text.
func Greet(w io.Writer, name string) (int64, error) {
	return io.Copy(w, strings.NewReader(name)) // want copy-through-reader
}
