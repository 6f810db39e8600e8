package rangeoverrunes

import (
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	text := strings.Repeat("Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich. ", 3)
	proof.Allocates(t, "Letters", func() int { return Letters(text) }, func() int { return LettersGood(text) })
	title := Title("Rules about strings and bytes, and what they save")
	proof.Allocates(t, "Underline", func() []byte { return Underline(title) }, func() []byte { return UnderlineGood(title) })
}
