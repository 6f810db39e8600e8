package replacedthenwrite

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	items := strings.Split(strings.Repeat("salt & pepper; if a < b then c > d; plain; ", 5), "; ")
	list := func(list func(*bufio.Writer, []string)) func() string {
		return func() string {
			var all bytes.Buffer
			all.Grow(4096)
			out := bufio.NewWriter(&all)
			list(out, items)
			out.Flush()
			return all.String()
		}
	}
	proof.Allocates(t, "List", list(List), list(ListGood))
	note := func(note func(io.Writer, string)) func() string {
		return func() string {
			var all bytes.Buffer
			all.Grow(4096)
			note(&all, items[1])
			return all.String()
		}
	}
	proof.Allocates(t, "Note", note(Note), note(NoteGood))
	title := items[0] + " " + items[1]
	proof.Allocates(t, "Page", func() string { return Page(title) }, func() string { return PageGood(title) })
}
