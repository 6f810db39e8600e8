package regexponconvertedtext

import (
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	line := strings.Repeat("2026-11-02T10:11:12Z info request handled ", 2) + "path=/api/v1/items/4711 user=anna"
	data := []byte(line)
	proof.Allocates(t, "Named", func() bool { return Named(data) }, func() bool { return NamedGood(data) })
	proof.Allocates(t, "Span", func() []int { return Span(line) }, func() []int { return SpanGood(line) })
	proof.Allocates(t, "Path", func() string { return Path(line) }, func() string { return PathGood(line) })
	proof.Allocates(t, "Masked", func() []byte { return Masked(path, data) }, func() []byte { return MaskedGood(path, data) })
}
