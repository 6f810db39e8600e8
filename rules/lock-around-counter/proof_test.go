package lockaroundcounter

import (
	"testing"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	stats, good := &Stats{}, &StatsGood{}
	proof.Faster(t, "Stats.Request", func() int64 { return stats.Request() }, func() int64 { return good.RequestGood() }, proof.SameBy(func(bad, good int64) bool { return bad > 0 && good > 0 }))
	proof.Faster(t, "Stats.Sent", func() bool { stats.Sent(100); return true }, func() bool { good.SentGood(100); return true })
	proof.Faster(t, "Hit", func() bool { Hit(2); return true }, func() bool { HitGood(2); return true })
}
