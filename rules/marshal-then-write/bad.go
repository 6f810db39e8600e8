package marshalthenwrite

import (
	"bufio"
	"encoding/json"
	"net/http"
	"os"
)

// Report is what gets written.
type Report struct {
	Title string    `json:"title"`
	Lines []string  `json:"lines"`
	Costs []float64 `json:"costs"`
}

// Respond answers with a document.
func Respond(w http.ResponseWriter, report *Report) error {
	body, err := json.Marshal(report) // want marshal-then-write
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	_, err = w.Write(body)
	return err
}

// Append adds a document to a stream of lines.
func Append(w *bufio.Writer, report *Report) error {
	line, err := json.Marshal(report) // want marshal-then-write
	if err != nil {
		return err
	}
	if _, err := w.Write(line); err != nil {
		return err
	}
	return w.WriteByte('\n')
}

// Save writes a document to a file.
func Save(file *os.File, report *Report) error {
	document, err := json.Marshal(report) // want marshal-then-write
	if err != nil {
		return err
	}
	_, err = file.Write(document)
	return err
}
