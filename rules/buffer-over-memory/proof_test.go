package bufferovermemory

import (
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	text := strings.Repeat("a line of some words ", 20)
	proof.Allocates(t, "Words", func() int { return Words(text) }, func() int { return WordsGood(text) })
	document := []byte("<list>" + strings.Repeat("<item>some text</item>", 20) + "</list>")
	proof.Allocates(t, "Elements", func() int { return Elements(document) }, func() int { return ElementsGood(document) })
}
