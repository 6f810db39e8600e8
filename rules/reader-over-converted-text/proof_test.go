package readeroverconvertedtext

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	document := strings.Repeat("a line of some forty bytes, give or take\n", 25)
	data := []byte(document)
	proof.Allocates(t, "Lines", func() int { return Lines(data) }, func() int { return LinesGood(data) })
	read := proof.SameBy(func(bad, good io.Reader) bool {
		a, _ := io.ReadAll(bad)
		b, _ := io.ReadAll(good)
		return len(a) > 0 && bytes.Equal(a, b)
	})
	proof.Allocates(t, "Body",
		func() io.Reader { return Body(document) }, func() io.Reader { return BodyGood(document) }, read)
	proof.Allocates(t, "Filled",
		func() io.Reader { return Filled(data[:40], data[40:]) },
		func() io.Reader { return FilledGood(data[:40], data[40:]) }, read)
	proof.Allocates(t, "Buffered",
		func() io.Reader { return Buffered(data) }, func() io.Reader { return BufferedGood(data) }, read)
}
