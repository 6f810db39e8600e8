package sizeclasswaste

import (
	"bytes"
	"io"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	data := bytes.Repeat([]byte("some data to copy, "), 10_000)
	copied := func(copy func(io.Writer, io.Reader) (int64, error)) func() int64 {
		return func() int64 {
			n, _ := copy(io.Discard, bytes.NewReader(data))
			return n
		}
	}
	proof.Allocates(t, "Copy", copied(Copy), copied(CopyGood))
	proof.Allocates(t, "Slots", func() []int64 { return Slots() }, func() []int64 { return SlotsGood() })
}
