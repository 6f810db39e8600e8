package timecomparedastext

import (
	"testing"
	"time"

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	start := time.Date(2026, 11, 24, 3, 50, len(t.Name()), 0, time.UTC)
	var times []time.Time
	for i := range 50 {
		times = append(times, start.AddDate(0, 0, 10*i))
	}
	proof.Allocates(t, "OneDay", func() bool { return OneDay(times[1], times[2]) }, func() bool { return OneDayGood(times[1], times[2]) })
	proof.Allocates(t, "Months", func() int { return Months(times) }, func() int { return MonthsGood(times) })
}
