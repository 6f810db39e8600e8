package zerobyreflection

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	options := &Options{Name: "options of " + t.Name()}
	proof.Allocates(t, "Missing", func() int { return Missing(options) }, func() int { return MissingGood(options) })
	proof.Allocates(t, "Empty", func() bool { return Empty(options) }, func() bool { return EmptyGood(options) })
	proof.Allocates(t, "Set", func() bool { return Set(options, 0) }, func() bool { return SetGood(options, 0) })
}
