package textmadeforfmt

import (
	"fmt"
	"io"
)

// LineGood is what a log says of a request.
func LineGood(method string, body []byte) string {
	return fmt.Sprintf("%-6s %s", method, body)
}

// FailedGood is an error with a name.
func FailedGood(name string, err error) error {
	return fmt.Errorf("cannot read %q: %s", name, err) // want error-formatted-per-call
}

// EntryGood writes a digest, and how often it was seen.
func EntryGood(w io.Writer, digest []byte, seen int) {
	fmt.Fprintf(w, "%x %8d\n", digest, seen)
}
