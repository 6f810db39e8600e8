package mutexaroundcounter

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	bad, good := new(Server), new(ServerGood)
	proof.Faster(t, "Server.Handle", func() int { bad.Handle(); return 0 }, func() int { good.HandleGood(); return 0 })
	proof.Faster(t, "Call", Call, CallGood)
}
