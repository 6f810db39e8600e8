package marshalinloop

import (
	"crypto/sha256"
	"encoding/json"
	"encoding/xml"
	"io"
)

// Event is one line of an export.
type Event struct {
	ID    int64    `json:"id" xml:"id,attr"`
	Kind  string   `json:"kind" xml:"kind"`
	Tags  []string `json:"tags" xml:"tag"`
	Price float64  `json:"price" xml:"price"`
}

var newline = []byte{'\n'}

// Export writes one JSON document per line.
func Export(w io.Writer, events []Event) error {
	for i := range events {
		line, err := json.Marshal(&events[i]) // want marshal-in-loop
		if err != nil {
			return err
		}
		if _, err := w.Write(line); err != nil {
			return err
		}
		if _, err := w.Write(newline); err != nil {
			return err
		}
	}
	return nil
}

// Fingerprint hashes what Export would write.
func Fingerprint(events []Event) ([]byte, error) {
	sum := sha256.New()
	var body []byte
	var err error
	for i := range events {
		body, err = json.Marshal(&events[i]) // want marshal-in-loop
		if err != nil {
			return nil, err
		}
		sum.Write(body)
		sum.Write(newline)
	}
	return sum.Sum(nil), nil
}

// ExportXML writes the elements of a feed.
func ExportXML(w io.Writer, events []*Event) error {
	for _, event := range events {
		element, err := xml.Marshal(event) // want marshal-in-loop
		if err != nil {
			return err
		}
		if _, err := w.Write(element); err != nil {
			return err
		}
	}
	return nil
}
