package loadorstoreofnew

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	var counters Counters
	name := "counter of " + t.Name()
	proof.Allocates(t, "Counters.Of", func() *Counter { return counters.Of(name) }, func() *Counter { return counters.OfGood(name) })
	proof.Allocates(t, "Counters.Made", func() *Counter { return counters.Made(name) }, func() *Counter { return counters.MadeGood(name) })
}
