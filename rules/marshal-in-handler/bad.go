package marshalinhandler

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash/crc32"
	"net/http"
	"strconv"
)

// User is what the handlers answer with.
type User struct {
	ID     int64    `json:"id"`
	Name   string   `json:"name"`
	Groups []string `json:"groups"`
}

// Users answers requests.
type Users struct{ byName map[string]*User }

// Serve sends a user with its length.
func (u *Users) Serve(w http.ResponseWriter, r *http.Request) {
	user, ok := u.byName[r.URL.Path]
	if !ok {
		http.NotFound(w, r)
		return
	}
	body, err := json.Marshal(user) // want marshal-in-handler
	if err != nil {
		http.Error(w, "cannot encode", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.Write(body)
}

// Tagged sends a user with a tag that says whether it changed.
func Tagged(user *User) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := json.Marshal(user) // want marshal-in-handler
		if err != nil {
			http.Error(w, "cannot encode", http.StatusInternalServerError)
			return
		}
		sum := sha256.Sum256(body)
		tag := hex.EncodeToString(sum[:8])
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("Etag", tag)
		w.Write(body)
	}
}

// Checked sends a user with a checksum.
func (u *Users) Checked(w http.ResponseWriter, r *http.Request) {
	var body []byte
	var err error
	if body, err = json.Marshal(u.byName[r.URL.Path]); err != nil { // want marshal-in-handler
		http.Error(w, "cannot encode", http.StatusInternalServerError)
		return
	}
	sum := crc32.ChecksumIEEE(body)
	w.Header().Set("X-Checksum", strconv.FormatUint(uint64(sum), 16))
	w.Write(body)
}
