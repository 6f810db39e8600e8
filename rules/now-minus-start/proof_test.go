package nowminusstart

import (
	"testing"
	"time"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	start := time.Now()
	limit := time.Duration(len(t.Name())) * time.Hour
	proof.Faster(t, "Slow", func() bool { return Slow(start, limit) }, func() bool { return SlowGood(start, limit) })
	proof.Faster(t, "Expired", func() bool { return Expired(start, limit) }, func() bool { return ExpiredGood(start, limit) })
}
