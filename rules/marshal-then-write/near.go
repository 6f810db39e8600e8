package marshalthenwrite

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"net/http"
	"os"
	"strconv"
)

// The length must be known before the first byte.
func withLength(w http.ResponseWriter, report *Report) error {
	body, err := json.Marshal(report)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	_, err = w.Write(body)
	return err
}

// A status of its own, which is written only when encoding has gone well.
func withStatus(w http.ResponseWriter, report *Report) {
	body, err := json.Marshal(report)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if len(report.Title) == 0 {
		w.WriteHeader(http.StatusBadRequest)
	}
	w.Write(body)
}

// The document is kept beside being written.
func cached(w io.Writer, report *Report, cache map[string][]byte) error {
	body, err := json.Marshal(report)
	if err != nil {
		return err
	}
	cache[report.Title] = body
	_, err = w.Write(body)
	return err
}

// A whole file at once: os.WriteFile wants bytes.
func saved(name string, report *Report) error {
	body, err := json.MarshalIndent(report, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(name, body, 0o644)
}

// Returned, or changed before it is written.
func returned(report *Report) ([]byte, error) {
	body, err := json.Marshal(report)
	if err != nil {
		return nil, err
	}
	return body, nil
}

func framed(w io.Writer, report *Report) error {
	body, err := json.Marshal(report)
	if err != nil {
		return err
	}
	body = append(body, 0)
	_, err = w.Write(body)
	return err
}

// Part of it only.
func sliced(w io.Writer, report *Report) error {
	body, err := json.Marshal(report)
	if err != nil {
		return err
	}
	_, err = w.Write(body[1 : len(body)-1])
	return err
}

// One document for several writers is marshalled once.
func broadcast(writers []io.Writer, report *Report) error {
	body, err := json.Marshal(report)
	if err != nil {
		return err
	}
	for _, w := range writers {
		if _, err := w.Write(body); err != nil {
			return err
		}
	}
	return nil
}

// Indentation: an encoder of its own for one document needs more memory than MarshalIndent.
func printed(w io.Writer, report *Report) error {
	text, err := json.MarshalIndent(report, "", "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

// An xml.Encoder makes the 4 KiB that xml.Marshal makes.
func element(w io.Writer, report *Report) error {
	text, err := xml.Marshal(report)
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

type codec struct{}

func (codec) Marshal(report *Report) ([]byte, error) { return []byte(report.Title), nil }

// A codec of one's own, in a variable that hides the package.
func own(w io.Writer, report *Report) error {
	var json codec
	body, err := json.Marshal(report)
	if err != nil {
		return err
	}
	_, err = w.Write(body)
	return err
}

type batch struct{ rows [][]byte }

func (b *batch) Write(row []byte) { b.rows = append(b.rows, row) }

// A method called Write that keeps what it gets.
func queued(rows *batch, report *Report) error {
	body, err := json.Marshal(report)
	if err != nil {
		return err
	}
	rows.Write(body)
	return nil
}

// A short document, the same each time: to be marshalled once, if it costs anything.
func fixed(w io.Writer) error {
	report := Report{Title: "none", Lines: []string{"nothing", "to see"}}
	body, err := json.Marshal(report)
	if err != nil {
		return err
	}
	_, err = w.Write(body)
	return err
}

func status(w http.ResponseWriter) {
	body, _ := json.Marshal(map[string]string{"status": "ok"})
	w.Write(body)
}

// The status is sent before the document, and a document that cannot be encoded must still become another one. Without a profile
// nothing is said of it.
func created(w http.ResponseWriter, report *Report) {
	body, err := json.Marshal(report)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusCreated)
	w.Write(body)
}

// An Encoder does not say how many bytes it wrote.
func counted(w io.Writer, report *Report) (int, error) {
	body, err := json.Marshal(report)
	if err != nil {
		return 0, err
	}
	return w.Write(body)
}
