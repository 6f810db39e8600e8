package sprintfthenappend

import (
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	point := Point{Name: strings.Repeat("requests_total", 2), Value: 4711.25}
	line := make([]byte, 0, 256)
	proof.Allocates(t, "Encode", func() []byte { return Encode(line, point) }, func() []byte { return EncodeGood(line, point) })
}
