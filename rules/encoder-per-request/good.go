package encoderperrequest

import (
	"compress/flate"
	"compress/gzip"
	"encoding/xml"
	"io"
	"net/http"
	"sync"
)

// Compressors and decompressors wait here between requests.
var (
	compressors   = sync.Pool{New: func() any { return gzip.NewWriter(io.Discard) }}
	decompressors = sync.Pool{New: func() any { return new(gzip.Reader) }}
)

// CompressedGood resets a compressor that another request has left.
func CompressedGood(text []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		out := compressors.Get().(*gzip.Writer)
		defer compressors.Put(out)
		out.Reset(w)
		out.Write(text)
		out.Close()
	}
}

// FeedGood has one encoder.
func FeedGood(w io.Writer, entries []*Entry) error {
	out := xml.NewEncoder(w)
	for _, entry := range entries {
		if err := out.Encode(entry); err != nil {
			return err
		}
	}
	return nil
}

// SizesGood resets one compressor for each text.
func SizesGood(texts [][]byte) ([]int, error) {
	sizes := make([]int, len(texts))
	out, err := flate.NewWriter(io.Discard, flate.BestSpeed)
	if err != nil {
		return nil, err
	}
	for i, text := range texts {
		var size counter
		out.Reset(&size)
		out.Write(text)
		out.Close()
		sizes[i] = int(size)
	}
	return sizes, nil
}

// ReceiveGood resets a decompressor that another request has left.
func ReceiveGood(w http.ResponseWriter, r *http.Request) {
	in := decompressors.Get().(*gzip.Reader)
	defer decompressors.Put(in)
	if err := in.Reset(r.Body); err != nil {
		http.Error(w, "not compressed", http.StatusBadRequest)
		return
	}
	io.Copy(w, in)
}

// FeedTwiceGood has one encoder.
func FeedTwiceGood(w io.Writer, entries []*Entry) error {
	out := xml.NewEncoder(w)
	for _, entry := range entries {
		if err := out.Encode(entry); err != nil {
			return err
		}
		if err := out.Encode(entry); err != nil {
			return err
		}
	}
	return nil
}
