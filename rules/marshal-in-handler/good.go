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

// bodies holds buffers between requests. What has grown beyond keep is left to the collector.
var bodies = sync.Pool{New: func() any { return new(bytes.Buffer) }}

const keep = 64 << 10

func release(body *bytes.Buffer) {
	if body.Cap() <= keep {
		body.Reset()
		bodies.Put(body)
	}
}

// ServeGood encodes into a buffer that it gives back.
func (u *Users) ServeGood(w http.ResponseWriter, r *http.Request) {
	user, ok := u.byName[r.URL.Path]
	if !ok {
		http.NotFound(w, r)
		return
	}
	body := bodies.Get().(*bytes.Buffer)
	defer release(body)
	if err := json.NewEncoder(body).Encode(user); err != nil {
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
		body := bodies.Get().(*bytes.Buffer)
		defer release(body)
		if err := json.NewEncoder(body).Encode(user); err != nil {
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
	body := bodies.Get().(*bytes.Buffer)
	defer release(body)
	if err := json.NewEncoder(body).Encode(u.byName[r.URL.Path]); err != nil {
		http.Error(w, "cannot encode", http.StatusInternalServerError)
		return
	}
	body.Truncate(body.Len() - 1)
	sum := crc32.ChecksumIEEE(body.Bytes())
	w.Header().Set("X-Checksum", strconv.FormatUint(uint64(sum), 16))
	w.Write(body.Bytes())
}
