//go:build go1.24

package splittocount

import (
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	path := "/usr/local/share/doc/heaplint/README.md"
	proof.Allocates(t, "Depth", func() int { return Depth(path) }, func() int { return DepthGood(path) })
	text := strings.Repeat("a line of some forty bytes, give or take\n", 20)
	document := []byte(text)
	proof.Allocates(t, "Lines", func() int { return Lines(document) }, func() int { return LinesGood(document) })
	proof.Allocates(t, "Long", func() bool { return Long(text, 40) }, func() bool { return LongGood(text, 40) })
}
