package marshalinhandler

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash/crc32"
	"net/http"
	"strconv"
	"sync"
)

// document is a buffer with the encoder that writes into it.
type document struct {
	bytes.Buffer
	encoder *json.Encoder
}

// documents waits between requests.
var documents = sync.Pool{New: func() any {
	fresh := new(document)
	fresh.encoder = json.NewEncoder(&fresh.Buffer)
	return fresh
}}

// A buffer that has grown beyond this is left to the collector.
const keep = 64 << 10

func (d *document) release() {
	if d.Cap() <= keep {
		d.Reset()
		documents.Put(d)
	}
}

// ServeGood encodes into a buffer that it gives back.
func (u *Users) ServeGood(w http.ResponseWriter, r *http.Request) {
	user, ok := u.byName[r.URL.Path]
	if !ok {
		http.NotFound(w, r)
		return
	}
	body := documents.Get().(*document)
	defer body.release()
	if err := body.encoder.Encode(user); err != nil {
		http.Error(w, "cannot encode", http.StatusInternalServerError)
		return
	}
	body.Truncate(body.Len() - 1)
	w.Header().Set("Content-Length", strconv.Itoa(body.Len()))
	w.Write(body.Bytes())
}

// TaggedGood encodes into a buffer that it gives back.
func TaggedGood(user *User) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body := documents.Get().(*document)
		defer body.release()
		if err := body.encoder.Encode(user); err != nil {
			http.Error(w, "cannot encode", http.StatusInternalServerError)
			return
		}
		body.Truncate(body.Len() - 1)
		sum := sha256.Sum256(body.Bytes())
		tag := hex.EncodeToString(sum[:8])
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("Etag", tag)
		w.Write(body.Bytes())
	}
}

// CheckedGood encodes into a buffer that it gives back.
func (u *Users) CheckedGood(w http.ResponseWriter, r *http.Request) {
	body := documents.Get().(*document)
	defer body.release()
	if err := body.encoder.Encode(u.byName[r.URL.Path]); err != nil {
		http.Error(w, "cannot encode", http.StatusInternalServerError)
		return
	}
	body.Truncate(body.Len() - 1)
	sum := crc32.ChecksumIEEE(body.Bytes())
	w.Header().Set("X-Checksum", strconv.FormatUint(uint64(sum), 16))
	w.Write(body.Bytes())
}
