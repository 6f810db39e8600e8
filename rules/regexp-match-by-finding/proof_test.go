package regexpmatchbyfinding

import (
	"strconv"
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var lines []string
	for i := range 100 {
		lines = append(lines, "a line", "a line with id="+strconv.Itoa(i))
	}
	line := lines[len(lines)-1]
	document := []byte(strings.Repeat("# A heading\n\ntext of some length\n", len(lines)))
	proof.Allocates(t, "Numbered", func() bool { return Numbered(line) }, func() bool { return NumberedGood(line) })
	proof.Allocates(t, "Structured", func() bool { return Structured(document) }, func() bool { return StructuredGood(document) })
	proof.Allocates(t, "Plain", func() int { return Plain(lines) }, func() int { return PlainGood(lines) })
}
