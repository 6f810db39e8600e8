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

// Whether a time that is given, read or parsed has a monotonic reading, nobody knows.
func until(text string, end time.Time, next func() time.Time) (a, b, c, d, e time.Duration) {
	parsed, _ := time.Parse(time.RFC3339, text)
	at := next()
	return end.Sub(time.Now()), parsed.Sub(time.Now()), at.Sub(time.Now()), time.Now().Sub(parsed), time.Now().Sub(at)
}
