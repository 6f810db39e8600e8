package textremadeeachturn

import (
	"fmt"
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var names []string
	for i := range 50 {
		names = append(names, fmt.Sprintf("name number %d", i))
	}
	proof.Allocates(t, "Matching",
		func() []string { return Matching(names, "Number 1") }, func() []string { return MatchingGood(names, "Number 1") })
	version := len(names) * 100
	proof.Allocates(t, "Numbered",
		func() []string { return Numbered(names, version) }, func() []string { return NumberedGood(names, version) })
	list := "a,b,c,d,name number 7,e,f"
	proof.Allocates(t, "Known", func() int { return Known(names, list) }, func() int { return KnownGood(names, list) })
}
