package copythroughreader

import (
	"bytes"
	"io"
	"os"
	"strings"
)

// Of a stream, of a part, and of a reader that is read from elsewhere too.
func streams(w io.Writer, r io.Reader, text string) {
	io.Copy(w, r)
	io.Copy(w, io.LimitReader(strings.NewReader(text), 10))
	io.CopyN(w, strings.NewReader(text), 10)
	rest := strings.NewReader(text)
	rest.ReadByte()
	io.Copy(w, rest)
}

func file(w io.Writer, buffer *bytes.Buffer) {
	io.Copy(w, os.Stdin)
	io.Copy(w, buffer)
}

type machine struct{}

func (machine) Copy(w io.Writer, r io.Reader) {}

// Something else of this name.
func other(io machine, text string) { io.Copy(nil, strings.NewReader(text)) }
