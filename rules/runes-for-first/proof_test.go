package runesforfirst

import (
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	name := strings.Repeat("Übergabe", 2)
	proof.Faster(t, "Exported", func() bool { return Exported(name) }, func() bool { return ExportedGood(name) })
	text := strings.Repeat("a line of some forty bytes, give or take\n", 3)
	proof.Allocates(t, "Initial", func() rune { return Initial(text) }, func() rune { return InitialGood(text) })
}
