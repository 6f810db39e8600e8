package encoderperrequest

import (
	"compress/flate"
	"compress/gzip"
	"encoding/xml"
	"io"
	"net/http"
)

// Entry is an element of a feed.
type Entry struct {
	Title string `xml:"title"`
	Link  string `xml:"link"`
}

// Compressed sends a text compressed.
func Compressed(text []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		out := gzip.NewWriter(w) // want encoder-per-request
		out.Write(text)
		out.Close()
	}
}

// Feed writes a feed, one encoder for each entry.
func Feed(w io.Writer, entries []*Entry) error {
	for _, entry := range entries {
		if err := xml.NewEncoder(w).Encode(entry); err != nil { // want encoder-per-request
			return err
		}
	}
	return nil
}

// Sizes tells how small each text gets.
func Sizes(texts [][]byte) ([]int, error) {
	sizes := make([]int, len(texts))
	for i, text := range texts {
		var size counter
		out, err := flate.NewWriter(&size, flate.BestSpeed) // want encoder-per-request
		if err != nil {
			return nil, err
		}
		out.Write(text)
		out.Close()
		sizes[i] = int(size)
	}
	return sizes, nil
}

type counter int

func (c *counter) Write(data []byte) (int, error) {
	*c += counter(len(data))
	return len(data), nil
}

// Receive reads what clients send compressed.
func Receive(w http.ResponseWriter, r *http.Request) {
	in, err := gzip.NewReader(r.Body) // want encoder-per-request
	if err != nil {
		http.Error(w, "not compressed", http.StatusBadRequest)
		return
	}
	io.Copy(w, in)
}

// FeedTwice writes a feed in which each entry stands twice.
func FeedTwice(w io.Writer, entries []*Entry) (err error) {
	for _, entry := range entries {
		out := xml.NewEncoder(w) // want encoder-per-request
		if err = out.Encode(entry); err != nil {
			return err
		}
		err = xml.NewEncoder(w).Encode(entry) // want encoder-per-request
		if err != nil {
			return err
		}
	}
	return nil
}
