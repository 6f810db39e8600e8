package replacechain

import (
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	text := strings.Repeat("salt & pepper, if a < b then c > d; ", 3)
	proof.Allocates(t, "Escape", func() string { return Escape(text) }, func() string { return EscapeGood(text) })
	title := "Rules: strings / bytes, and what they save"
	proof.Allocates(t, "Clean", func() string { return Clean(title) }, func() string { return CleanGood(title) })
}
