package bufferperrequest

import (
	"bytes"
	"io"
	"net/http"
	"strings"
)

// Not a handler.
func render(p *Page) []byte {
	var out bytes.Buffer
	out.WriteString(p.Title)
	return out.Bytes()
}

type service struct{ last *bytes.Buffer }

// A buffer that outlives the request cannot go back into a pool.
func (s *service) keep(w http.ResponseWriter, r *http.Request) {
	body := new(bytes.Buffer)
	body.ReadFrom(r.Body)
	s.last = body
}

func (s *service) send(w http.ResponseWriter, r *http.Request, out chan<- *bytes.Buffer) {
	body := &bytes.Buffer{}
	body.ReadFrom(r.Body)
	out <- body
}

// Handed on, to be kept or read later: who knows.
func queued(w http.ResponseWriter, r *http.Request) {
	body := new(bytes.Buffer)
	body.ReadFrom(r.Body)
	enqueue(body)
}

var queue []*bytes.Buffer

func enqueue(body *bytes.Buffer) { queue = append(queue, body) } // want package-variable-grows

// Captured by what may run after the request.
func background(w http.ResponseWriter, r *http.Request) {
	var body bytes.Buffer
	body.ReadFrom(r.Body)
	go func() { enqueue(&body) }()
}

// A reader over memory that is there already.
func forward(w http.ResponseWriter, r *http.Request) {
	known := bytes.NewBufferString(r.URL.Path)
	io.Copy(w, known)
	io.Copy(w, bytes.NewBuffer([]byte("done"))) // want copy-through-reader
}

// A strings.Builder cannot be reused: its string is its memory.
func built(w http.ResponseWriter, r *http.Request) {
	var out strings.Builder
	out.WriteString(r.URL.Path)
	out.WriteByte('\n')
	io.WriteString(w, out.String())
}

// Buffer is no bytes.Buffer.
type Buffer struct{ size int }

func (b *Buffer) WriteString(text string) { b.size += len(text) }

func counted(w http.ResponseWriter, r *http.Request) {
	var body Buffer
	body.WriteString(r.URL.Path)
	other := new(Buffer)
	other.WriteString(r.Host)
	third := &Buffer{}
	third.WriteString(r.Method)
	w.WriteHeader(200 + body.size + other.size + third.size)
}

// Declared and never written to.
func unused(w http.ResponseWriter, r *http.Request) {
	var body bytes.Buffer
	w.Write(body.Bytes())
}

type event struct{ payload []byte }

// The bytes outlive the request: the next one would write over them. Without a profile nothing is said of it.
func fire(w http.ResponseWriter, r *http.Request, fire func(*event)) {
	var event event
	var body bytes.Buffer
	io.Copy(&body, r.Body)
	event.payload = body.Bytes()
	fire(&event)
}

// What is told where something has failed is not made for every request.
func ready(w http.ResponseWriter, r *http.Request, waiting []string) {
	if len(waiting) > 0 {
		var text bytes.Buffer
		for _, name := range waiting {
			text.WriteString(name)
		}
		http.Error(w, text.String(), http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusOK)
}
