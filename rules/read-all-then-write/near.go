package readallthenwrite

import (
	"bytes"
	"io"
	"net/http"
	"strconv"
)

// The length is needed first.
func sized(w http.ResponseWriter, answer io.Reader) error {
	body, err := io.ReadAll(answer)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	_, err = w.Write(body)
	return err
}

// Written to several.
func broadcast(writers []*bytes.Buffer, body io.Reader) error {
	data, err := io.ReadAll(body)
	if err != nil {
		return err
	}
	for _, w := range writers {
		w.Write(data)
	}
	return nil
}

// Any writer: io.Copy may need more memory than a small body takes.
func toAny(w io.Writer, body io.Reader) error {
	data, err := io.ReadAll(body)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// Changed on the way.
func upper(w http.ResponseWriter, body io.Reader) {
	data, _ := io.ReadAll(body)
	w.Write(bytes.ToUpper(data))
}
