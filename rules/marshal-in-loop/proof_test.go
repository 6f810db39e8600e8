package marshalinloop

import (
	"bytes"
	"io"
	"strconv"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var events []Event
	var pointers []*Event
	for i := range 100 {
		events = append(events, Event{ID: int64(i), Kind: "kind", Tags: []string{"tag" + strconv.Itoa(i), "other"}, Price: float64(i) / 4})
	}
	for i := range events {
		pointers = append(pointers, &events[i])
	}
	var out bytes.Buffer
	written := func(export func(io.Writer) error) func() string {
		return func() string {
			out.Reset()
			if err := export(&out); err != nil {
				return err.Error()
			}
			// An xml.Encoder begins lines where xml.Marshal does.
			return strings.TrimSpace(out.String())
		}
	}
	hashed := func(f func([]Event) ([]byte, error)) func() string {
		return func() string {
			sum, err := f(events)
			if err != nil {
				return err.Error()
			}
			return string(sum)
		}
	}
	proof.Allocates(t, "Export", written(func(w io.Writer) error { return Export(w, events) }),
		written(func(w io.Writer) error { return ExportGood(w, events) }))
	proof.Allocates(t, "Fingerprint", hashed(Fingerprint), hashed(FingerprintGood))
	proof.Allocates(t, "ExportXML", written(func(w io.Writer) error { return ExportXML(w, pointers) }),
		written(func(w io.Writer) error { return ExportXMLGood(w, pointers) }))
}
