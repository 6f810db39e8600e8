package buffertextforquestion

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
)

// Object says whether a document is an object.
func Object(body *bytes.Buffer) bool {
	return strings.HasPrefix(body.String(), "{") // want buffer-text-for-question
}

// Usable says whether what has been written is no error.
func Usable(output *bytes.Buffer) bool {
	return !strings.Contains(output.String(), "error: ") && output.String() != "nothing to do" // want buffer-text-for-question buffer-text-for-question
}

// Copy writes what a buffer holds.
func Copy(out *bufio.Writer, body *bytes.Buffer) {
	out.WriteString(body.String()) // want buffer-text-for-question
}

// Send writes what a buffer holds to whoever listens.
func Send(w io.Writer, body *bytes.Buffer) {
	io.WriteString(w, body.String())    // want buffer-text-for-question
	_, _ = fmt.Fprint(w, body.String()) // want buffer-text-for-question
}
