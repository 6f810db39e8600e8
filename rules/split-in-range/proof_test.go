//go:build go1.25

package splitinrange

import (
	"strings"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	line := "id,name,street,city,country,telephone,mail,notes"
	proof.Allocates(t, "Longest", func() int { return Longest(line) }, func() int { return LongestGood(line) })
	text := strings.Repeat("a line of some forty bytes, give or take\n\n", 20)
	proof.Allocates(t, "Words", func() int { return Words(text) }, func() int { return WordsGood(text) })
	document := []byte(text)
	proof.Allocates(t, "Blank", func() int { return Blank(document) }, func() int { return BlankGood(document) })
}
