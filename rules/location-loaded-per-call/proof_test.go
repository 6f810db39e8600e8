package locationloadedpercall

import (
	"testing"
	"time"
	_ "time/tzdata" // where the machine has no time zones

	"heaplint.test/rules/proof"
)

func TestProof(t *testing.T) {
	at := time.Date(2026, 11, 24, 3, 50, len(t.Name()), 0, time.UTC)
	hour := func(f func(time.Time) (int, error)) func() int {
		return func() int {
			hour, err := f(at)
			if err != nil {
				panic(err)
			}
			return hour
		}
	}
	proof.Allocates(t, "Hour", hour(Hour), hour(HourGood))
}
