package sprintfwithoutverbs

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	known := []bool{true, false}
	proof.Allocates(t, "Reason", func() string { return Reason(known[0]) }, func() string { return ReasonGood(known[0]) })
	proof.Allocates(t, "Reason, not known", func() string { return Reason(known[1]) }, func() string { return ReasonGood(known[1]) })
}
