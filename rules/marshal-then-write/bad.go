package marshalthenwrite

import (
	"bufio"
	"encoding/json"
	"encoding/xml"
	"io"
	"net/http"
	"os"
)

// Report is what gets written.
type Report struct {
	Title string    `json:"title" xml:"title"`
	Lines []string  `json:"lines" xml:"line"`
	Costs []float64 `json:"costs" xml:"cost"`
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

// Print writes a document for people.
func Print(w io.Writer, report *Report) (err error) {
	var text []byte
	if text, err = json.MarshalIndent(report, "", "  "); err != nil { // want marshal-then-write
		return err
	}
	_, err = w.Write(text)
	return err
}

// Save writes an element to a file.
func Save(file *os.File, report *Report) error {
	element, err := xml.Marshal(report) // want marshal-then-write
	if err != nil {
		return err
	}
	_, err = file.Write(element)
	return err
}
