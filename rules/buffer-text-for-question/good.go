package buffertextforquestion

import (
	"bufio"
	"bytes"
	"io"
)

// ObjectGood says whether a document is an object.
func ObjectGood(body *bytes.Buffer) bool {
	return bytes.HasPrefix(body.Bytes(), []byte("{"))
}

// UsableGood says whether what has been written is no error.
func UsableGood(output *bytes.Buffer) bool {
	return !bytes.Contains(output.Bytes(), []byte("error: ")) && string(output.Bytes()) != "nothing to do"
}

// CopyGood writes what a buffer holds.
func CopyGood(out *bufio.Writer, body *bytes.Buffer) {
	out.Write(body.Bytes())
}

// SendGood writes what a buffer holds to whoever listens.
func SendGood(w io.Writer, body *bytes.Buffer) {
	w.Write(body.Bytes())
	w.Write(body.Bytes())
}
