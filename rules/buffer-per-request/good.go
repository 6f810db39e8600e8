package bufferperrequest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"sync"
)

// Buffers wait here between requests.
var (
	bodies  = sync.Pool{New: func() any { return new(bytes.Buffer) }}
	writers = sync.Pool{New: func() any { return bufio.NewWriter(nil) }}
	readers = sync.Pool{New: func() any { return bufio.NewReaderSize(nil, 16<<10) }}
)

// A buffer that has grown beyond this is left to the collector.
const keep = 64 << 10

func release(body *bytes.Buffer) {
	if body.Cap() <= keep {
		body.Reset()
		bodies.Put(body)
	}
}

// ServeGood gives its buffer back.
func (p *Page) ServeGood(w http.ResponseWriter, r *http.Request) {
	body := bodies.Get().(*bytes.Buffer)
	defer release(body)
	body.WriteString("<h1>")
	body.WriteString(p.Title)
	body.WriteString("</h1>")
	for _, row := range p.Rows {
		body.WriteString(row)
	}
	w.Header().Set("Content-Length", strconv.Itoa(body.Len()))
	body.WriteTo(w)
}

// ServeJSONGood gives its buffer back.
func (p *Page) ServeJSONGood(w http.ResponseWriter, r *http.Request) {
	body := bodies.Get().(*bytes.Buffer)
	defer release(body)
	if err := json.NewEncoder(body).Encode(p); err != nil {
		http.Error(w, "cannot encode", http.StatusInternalServerError)
		return
	}
	w.Write(body.Bytes())
}

// ServeTextGood gives its buffer back.
func (p *Page) ServeTextGood(w http.ResponseWriter, r *http.Request) {
	body := bodies.Get().(*bytes.Buffer)
	defer release(body)
	fmt.Fprintf(body, "%s\n", p.Title) // want fprint-of-string
	for _, row := range p.Rows {
		body.WriteString(row)
		body.WriteByte('\n')
	}
	w.Write(body.Bytes())
}

// StreamGood resets a writer that another request has left.
func StreamGood(rows []string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		out := writers.Get().(*bufio.Writer)
		out.Reset(w)
		for _, row := range rows {
			out.WriteString(row)
			out.WriteByte('\n')
		}
		out.Flush()
		out.Reset(nil)
		writers.Put(out)
	}
}

// CountGood resets a reader that another request has left.
func CountGood(w http.ResponseWriter, r *http.Request) {
	in := readers.Get().(*bufio.Reader)
	in.Reset(r.Body)
	lines := 0
	for {
		_, err := in.ReadSlice('\n')
		if err == io.EOF {
			break
		}
		if err == nil {
			lines++
		}
	}
	in.Reset(nil)
	readers.Put(in)
	io.WriteString(w, strconv.Itoa(lines))
}

// EchoGood gives its buffer back.
func EchoGood(w http.ResponseWriter, r *http.Request) {
	body := bodies.Get().(*bytes.Buffer)
	defer release(body)
	if _, err := io.Copy(body, r.Body); err != nil {
		http.Error(w, "cannot read", http.StatusBadRequest)
		return
	}
	w.Write(body.Bytes())
}

// UpperGood gives its buffer back.
func UpperGood(w http.ResponseWriter, r *http.Request) {
	body := bodies.Get().(*bytes.Buffer)
	defer release(body)
	if _, err := body.ReadFrom(r.Body); err != nil {
		http.Error(w, "cannot read", http.StatusBadRequest)
		return
	}
	w.Write(bytes.ToUpper(body.Bytes()))
}
