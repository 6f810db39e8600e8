package nowminusstart

import "time"

// The present is used twice.
func step(last time.Time) (time.Time, time.Duration) {
	now := time.Now()
	return now, now.Sub(last)
}

// Another zone, or rounded: the monotonic reading is gone.
func rounded(start time.Time) time.Duration {
	return time.Now().UTC().Round(0).Sub(start)
}

func between(a, b time.Time) time.Duration { return a.Sub(b) }

type clock struct{}

func (clock) Now() time.Time { return time.Time{} }

// A clock of one's own.
func faked(time clock, end time.Time) time.Duration { return time.Now().Sub(end) }

type certificate struct{ notAfter time.Time }

// A time that was read somewhere has no monotonic reading: time.Until would look at both clocks too.
func (c *certificate) left() time.Duration { return c.notAfter.Sub(time.Now()) }
