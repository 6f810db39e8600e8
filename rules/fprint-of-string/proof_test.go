package fprintofstring

import (
	"bytes"
	"io"
	"net/http"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

// response writes strings as they are, as net/http's does.
type response struct{ io.Writer }

func (r response) Header() http.Header { return nil }

func (r response) WriteHeader(int) {}

func (r response) WriteString(text string) (int, error) { return io.WriteString(r.Writer, text) }

func TestProof(t *testing.T) {
	page := strings.Repeat("<p>some text of a page</p>\n", 40)
	wrote := func(write func(w io.Writer)) func() string {
		return func() string {
			var all bytes.Buffer
			all.Grow(2048)
			write(&all)
			return all.String()
		}
	}
	proof.Allocates(t, "Serve",
		wrote(func(w io.Writer) { Serve(response{w}, page) }), wrote(func(w io.Writer) { ServeGood(response{w}, page) }))
	proof.Allocates(t, "Title",
		wrote(func(w io.Writer) { Title(w, page) }), wrote(func(w io.Writer) { TitleGood(w, page) }))
	name := page[3:12]
	proof.Allocates(t, "Label", func() string { return Label(name) }, func() string { return LabelGood(name) })
}
