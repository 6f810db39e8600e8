package fprintofstring

import (
	"io"
	"net/http"
	"strings"
)

// ServeGood answers with a page.
func ServeGood(w http.ResponseWriter, page string) {
	io.WriteString(w, page)
}

// TitleGood writes a headline.
func TitleGood(w io.Writer, title string) {
	io.WriteString(w, title)
}

// LabelGood is a name on a line.
func LabelGood(name string) string {
	var label strings.Builder
	label.Grow(64)
	label.WriteString(name)
	label.WriteByte('\n')
	label.WriteString(name)
	label.WriteByte('\n')
	return label.String()
}
