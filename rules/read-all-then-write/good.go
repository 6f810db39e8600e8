package readallthenwrite

import (
	"bufio"
	"bytes"
	"io"
	"net/http"
)

// ForwardGood sends on what another server answered.
func ForwardGood(w http.ResponseWriter, answer io.Reader) error {
	w.Header().Set("Content-Type", "application/json")
	_, err := io.Copy(w, answer)
	return err
}

// FrameGood puts a body between two marks.
func FrameGood(out *bytes.Buffer, body io.Reader) error {
	out.WriteString("<<")
	if _, err := io.Copy(out, body); err != nil {
		return err
	}
	out.WriteString(">>")
	return nil
}

// AppendGood adds a body to a file.
func AppendGood(out *bufio.Writer, body io.Reader) error {
	_, err := io.Copy(out, body)
	return err
}
