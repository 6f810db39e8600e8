package buffertextforquestion

import (
	"bufio"
	"bytes"
	"io"
	"net/url"
	"strings"
	"time"
)

// A builder's String copies nothing.
func built(parts *strings.Builder, out *bufio.Writer) bool {
	out.WriteString(parts.String())
	return strings.Contains(parts.String(), "error") || parts.String() == ""
}

// The text is used for more.
func kept(body *bytes.Buffer) string {
	text := body.String()
	if strings.Contains(text, "error") {
		return ""
	}
	return text
}

// What is sought is a string of any length: as bytes it would be copied instead.
func sought(body *bytes.Buffer, word string) bool { return strings.Contains(body.String(), word) }

// The answer is a text.
func trimmed(body *bytes.Buffer) string { return strings.TrimSpace(body.String()) }

// Other String methods make their text.
func others(u *url.URL, wait time.Duration, w io.Writer) bool {
	io.WriteString(w, u.String())
	return strings.HasPrefix(u.String(), "https:") || wait.String() == "1s"
}

// The lengths of texts are not asked here: the compiler makes no copy for them.
func long(body *bytes.Buffer) bool { return len(body.String()) > 80 }
