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

// A server that has begun to answer lets nobody read on: an echo of a long text would be cut off.
func echo(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	w.Write(body)
}

func echoStart(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(io.LimitReader(r.Body, 1<<20))
	w.Write(body)
}
