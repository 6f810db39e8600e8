package fprintofstring

import (
	"fmt"
	"io"
	"net/http"
	"strings"
)

// Serve answers with a page.
func Serve(w http.ResponseWriter, page string) {
	fmt.Fprint(w, page) // want fprint-of-string
}

// Title writes a headline.
func Title(w io.Writer, title string) {
	fmt.Fprintf(w, "%s", title) // want fprint-of-string
}

// Label is a name on a line.
func Label(name string) string {
	var label strings.Builder
	label.Grow(64)
	fmt.Fprintln(&label, name)        // want fprint-of-string
	fmt.Fprintf(&label, "%s\n", name) // want fprint-of-string
	return label.String()
}
