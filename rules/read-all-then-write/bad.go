package readallthenwrite

import (
	"bufio"
	"bytes"
	"io"
	"net/http"
)

// Forward sends on what another server answered.
func Forward(w http.ResponseWriter, answer io.Reader) error {
	body, err := io.ReadAll(answer) // want read-all-then-write
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	_, err = w.Write(body)
	return err
}

// Frame puts a body between two marks.
func Frame(out *bytes.Buffer, body io.Reader) error {
	out.WriteString("<<")
	data, err := io.ReadAll(body) // want read-all-then-write
	if err != nil {
		return err
	}
	out.Write(data)
	out.WriteString(">>")
	return nil
}

// Append adds a body to a file.
func Append(out *bufio.Writer, body io.Reader) error {
	data, err := io.ReadAll(body) // want read-all-then-write
	if err != nil {
		return err
	}
	_, err = out.Write(data)
	return err
}
