package marshalinloop

import (
	"crypto/sha256"
	"encoding/json"
	"encoding/xml"
	"io"
)

// ExportGood has one encoder, which ends each document with a newline.
func ExportGood(w io.Writer, events []Event) error {
	encoder := json.NewEncoder(w)
	for i := range events {
		if err := encoder.Encode(&events[i]); err != nil {
			return err
		}
	}
	return nil
}

// FingerprintGood encodes into the hash.
func FingerprintGood(events []Event) ([]byte, error) {
	sum := sha256.New()
	encoder := json.NewEncoder(sum)
	for i := range events {
		if err := encoder.Encode(&events[i]); err != nil {
			return nil, err
		}
	}
	return sum.Sum(nil), nil
}

// ExportXMLGood has one encoder.
func ExportXMLGood(w io.Writer, events []*Event) error {
	encoder := xml.NewEncoder(w)
	for _, event := range events {
		if err := encoder.Encode(event); err != nil {
			return err
		}
	}
	return nil
}
