package readalltodiscard

import (
	"bufio"
	"io"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	text := strings.NewReader(strings.Repeat("a line of text of an ordinary length\n", 300))
	// A body that is neither in memory nor knows how to write itself, as those of responses are.
	body := struct{ io.Reader }{bufio.NewReader(text)}
	drained := func(f func(io.Reader) error) func() int {
		return func() int {
			text.Seek(0, io.SeekStart)
			if err := f(body); err != nil {
				panic(err)
			}
			return text.Len()
		}
	}
	void := func(f func(io.Reader)) func(io.Reader) error {
		return func(r io.Reader) error { f(r); return nil }
	}
	proof.Allocates(t, "Drain", drained(Drain), drained(DrainGood))
	proof.Allocates(t, "Finish", drained(void(Finish)), drained(void(FinishGood)))
	proof.Allocates(t, "End", drained(void(End)), drained(void(EndGood)))
}
