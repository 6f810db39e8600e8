package buffertextforquestion

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	text := strings.Repeat("a line of some forty bytes, give or take\n# and a comment on it\n", 20)
	body := bytes.NewBufferString(text)
	proof.Allocates(t, "Object", func() bool { return Object(body) }, func() bool { return ObjectGood(body) })
	proof.Allocates(t, "Usable", func() bool { return Usable(body) }, func() bool { return UsableGood(body) })
	wrote := func(write func(io.Writer)) func() string {
		return func() string {
			var all bytes.Buffer
			all.Grow(4096)
			write(&all)
			return all.String()
		}
	}
	copied := func(write func(*bufio.Writer, *bytes.Buffer)) func() string {
		return wrote(func(w io.Writer) {
			out := bufio.NewWriter(w)
			write(out, body)
			out.Flush()
		})
	}
	proof.Allocates(t, "Copy", copied(Copy), copied(CopyGood))
	proof.Allocates(t, "Send", wrote(func(w io.Writer) { Send(w, body) }), wrote(func(w io.Writer) { SendGood(w, body) }))
}
