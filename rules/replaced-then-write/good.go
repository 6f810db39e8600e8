package replacedthenwrite

import (
	"bufio"
	"io"
	"strings"
)

// ListGood writes items as HTML.
func ListGood(out *bufio.Writer, items []string) {
	for _, item := range items {
		out.WriteString("<li>")
		escaper.WriteString(out, item)
	}
}

// PageGood is a title as HTML.
func PageGood(title string) string {
	var page strings.Builder
	page.Grow(256)
	page.WriteString("<h1>")
	escaper.WriteString(&page, title)
	return page.String()
}

// NoteGood is a line as HTML.
func NoteGood(w io.Writer, text string) {
	escaper.WriteString(w, text)
}
