package marshalinhandler

import (
	"encoding/json"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// Marshalled when the program starts: the handler sends what is there.
func fixed(user *User) (http.HandlerFunc, error) {
	body, err := json.Marshal(user)
	if err != nil {
		return nil, err
	}
	length := strconv.Itoa(len(body))
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", length)
		w.Write(body)
	}, nil
}

// Not a handler: nobody knows how often it runs.
func snapshot(user *User) (string, error) {
	body, err := json.Marshal(user)
	if err != nil {
		return "", err
	}
	return strconv.Itoa(len(body)) + ":" + string(body), nil
}

type cache struct {
	mutex  sync.Mutex
	bodies map[string][]byte
	last   []byte
}

// What is kept beyond the request needs memory of its own.
func (c *cache) serve(w http.ResponseWriter, r *http.Request) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	body, err := json.Marshal(&User{Name: r.URL.Path}) // want work-under-lock
	if err != nil {
		http.Error(w, "cannot encode", http.StatusInternalServerError)
		return
	}
	c.bodies[r.URL.Path] = body
	w.Write(body)
}

func (c *cache) remember(w http.ResponseWriter, r *http.Request) {
	body, err := json.Marshal(&User{Name: r.URL.Path})
	if err != nil {
		http.Error(w, "cannot encode", http.StatusInternalServerError)
		return
	}
	c.last = body
	w.Write(body)
}

// Reading a request is no marshalling, and an encoder that writes to the response is the cure.
func echo(w http.ResponseWriter, r *http.Request) {
	var user User
	if err := json.NewDecoder(r.Body).Decode(&user); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if err := json.NewEncoder(w).Encode(&user); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

type writer interface{ Write([]byte) (int, error) }

type request struct{ name string }

// Parameters that are called like a handler's, of other types.
func local(w writer, r *request) int {
	body, err := json.Marshal(&User{Name: r.name})
	if err != nil {
		return 0
	}
	return len(body)
}

// What is kept in a variable or waits for a timer runs for some requests, or for none.
func late(w http.ResponseWriter, r *http.Request) {
	refuse := func(reason string) {
		text, _ := json.Marshal(&User{Name: reason})
		w.Header().Set("Content-Length", strconv.Itoa(len(text)))
		w.Write(text)
	}
	defer time.AfterFunc(time.Second, func() {
		text, _ := json.Marshal(&User{Name: "too late"})
		w.Header().Set("Content-Length", strconv.Itoa(len(text)))
		w.Write(text)
	}).Stop()
	if r.Method != http.MethodGet {
		refuse("not here")
	}
}
