package convertthenslice

import (
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	line := strings.Repeat("0123456789abcdef and more of a record ", 8)
	record := []byte(line)
	proof.Allocates(t, "ID", func() string { return ID(record) }, func() string { return IDGood(record) })
	proof.Allocates(t, "Rest", func() []byte { return Rest(line, 250) }, func() []byte { return RestGood(line, 250) })
	proof.Allocates(t, "Tail", func() string { return Tail(record, 200) }, func() string { return TailGood(record, 200) })
	proof.Allocates(t, "Head", func() []byte { return Head(line, 40) }, func() []byte { return HeadGood(line, 40) })
}
