package timetextthenwrite

import (
	"testing"
	"time"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	now := time.Date(2026, 11, 2, 10, 11, 12, 131415, time.UTC)
	line := make([]byte, 0, 256)
	proof.Allocates(t, "Stamp", func() []byte { return Stamp(line, now, "ready") }, func() []byte { return StampGood(line, now, "ready") })
	var days []time.Time
	for i := range 30 {
		days = append(days, now.AddDate(0, 0, i))
	}
	proof.Allocates(t, "Days", func() []byte { return Days(days) }, func() []byte { return DaysGood(days) })
}
