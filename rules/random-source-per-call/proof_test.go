package randomsourcepercall

import (
	"testing"
	"time"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	// Random results are never the same: it is enough that they are in range.
	limit := time.Duration(len(t.Name())) * time.Second
	inRange := proof.SameBy(func(bad, good time.Duration) bool {
		return bad >= limit && bad < 2*limit && good >= limit && good < 2*limit
	})
	proof.Allocates(t, "Delay", func() time.Duration { return Delay(limit) }, func() time.Duration { return DelayGood(limit) }, inRange)
	names := []string{"a", "b", "c"}
	oneOf := proof.SameBy(func(bad, good string) bool { return len(bad) == 1 && len(good) == 1 })
	proof.Allocates(t, "Pick", func() string { return Pick(names) }, func() string { return PickGood(names) }, oneOf)
}
