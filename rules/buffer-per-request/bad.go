package bufferperrequest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
)

// Page is what the handlers send.
type Page struct {
	Title string   `json:"title"`
	Rows  []string `json:"rows"`
}

// Serve sends a page with its length.
func (p *Page) Serve(w http.ResponseWriter, r *http.Request) {
	var body bytes.Buffer // want buffer-per-request
	body.WriteString("<h1>")
	body.WriteString(p.Title)
	body.WriteString("</h1>")
	for _, row := range p.Rows {
		body.WriteString(row)
	}
	w.Header().Set("Content-Length", strconv.Itoa(body.Len()))
	body.WriteTo(w)
}

// ServeJSON sends a page as JSON, or an error of its own.
func (p *Page) ServeJSON(w http.ResponseWriter, r *http.Request) {
	body := new(bytes.Buffer) // want buffer-per-request
	if err := json.NewEncoder(body).Encode(p); err != nil {
		http.Error(w, "cannot encode", http.StatusInternalServerError)
		return
	}
	w.Write(body.Bytes())
}

// ServeText sends a page for terminals.
func (p *Page) ServeText(w http.ResponseWriter, r *http.Request) {
	body := &bytes.Buffer{}            // want buffer-per-request
	fmt.Fprintf(body, "%s\n", p.Title) // want fprint-of-string
	for _, row := range p.Rows {
		body.WriteString(row)
		body.WriteByte('\n')
	}
	w.Write(body.Bytes())
}

// Stream sends rows as they come.
func Stream(rows []string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		out := bufio.NewWriter(w) // want buffer-per-request
		for _, row := range rows {
			out.WriteString(row)
			out.WriteByte('\n')
		}
		out.Flush()
	}
}

// Count counts the lines that a client sends.
func Count(w http.ResponseWriter, r *http.Request) {
	in := bufio.NewReaderSize(r.Body, 16<<10) // want buffer-per-request
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
	io.WriteString(w, strconv.Itoa(lines))
}

// Echo sends back what a client sends.
func Echo(w http.ResponseWriter, r *http.Request) {
	body := bytes.NewBuffer(nil) // want buffer-per-request
	if _, err := io.Copy(body, r.Body); err != nil {
		http.Error(w, "cannot read", http.StatusBadRequest)
		return
	}
	w.Write(body.Bytes())
}

// Upper holds a buffer by value.
func Upper(w http.ResponseWriter, r *http.Request) {
	body := bytes.Buffer{} // want buffer-per-request
	if _, err := body.ReadFrom(r.Body); err != nil {
		http.Error(w, "cannot read", http.StatusBadRequest)
		return
	}
	w.Write(bytes.ToUpper(body.Bytes()))
}
