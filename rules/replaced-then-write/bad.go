package replacedthenwrite

import (
	"bufio"
	"io"
	"strings"
)

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// List writes items as HTML.
func List(out *bufio.Writer, items []string) {
	for _, item := range items {
		out.WriteString("<li>")
		out.WriteString(escaper.Replace(item)) // want replaced-then-write
	}
}

// Page is a title as HTML.
func Page(title string) string {
	var page strings.Builder
	page.Grow(256)
	page.WriteString("<h1>")
	page.WriteString(escaper.Replace(title)) // want replaced-then-write
	return page.String()
}

// Note is a line as HTML.
func Note(w io.Writer, text string) {
	io.WriteString(w, escaper.Replace(text)) // want replaced-then-write
}
