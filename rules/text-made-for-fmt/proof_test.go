package textmadeforfmt

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	body := []byte("some sixty bytes of a body, of which a log says what there is")
	method := t.Name()
	proof.Allocates(t, "Line", func() string { return Line(method, body) }, func() string { return LineGood(method, body) })
	err := errors.New("no such file or directory")
	text := proof.SameBy(func(bad, good error) bool { return bad.Error() == good.Error() })
	proof.Allocates(t, "Failed",
		func() error { return Failed(method, err) }, func() error { return FailedGood(method, err) }, text)
	wrote := func(write func(w io.Writer, digest []byte, seen int)) func() string {
		return func() string {
			var all bytes.Buffer
			all.Grow(256)
			write(&all, body[:32], 4711)
			return all.String()
		}
	}
	proof.Allocates(t, "Entry", wrote(Entry), wrote(EntryGood))
}
