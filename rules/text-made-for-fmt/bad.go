package textmadeforfmt

import (
	"encoding/hex"
	"fmt"
	"io"
	"strconv"
)

// Line is what a log says of a request.
func Line(method string, body []byte) string {
	return fmt.Sprintf("%-6s %s", method, string(body)) // want text-made-for-fmt
}

// Failed is an error with a name.
func Failed(name string, err error) error {
	return fmt.Errorf("cannot read %q: %s", name, err.Error()) // want text-made-for-fmt error-formatted-per-call
}

// Entry writes a digest, and how often it was seen.
func Entry(w io.Writer, digest []byte, seen int) {
	fmt.Fprintf(w, "%s %8s\n", hex.EncodeToString(digest), strconv.Itoa(seen)) // want text-made-for-fmt text-made-for-fmt
}
