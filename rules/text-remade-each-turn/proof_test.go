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
		func() []string { return Matching(names, "a name that is longer than the others") }, func() []string { return MatchingGood(names, "a name that is longer than the others") })
	proof.Allocates(t, "Owned",
		func() []string { return Owned(names, "somebody whose name is longer than most") }, func() []string { return OwnedGood(names, "somebody whose name is longer than most") })
	list := "a,b,c,d,name number 7,e,f"
	proof.Allocates(t, "Known", func() int { return Known(names, list) }, func() int { return KnownGood(names, list) })
}
