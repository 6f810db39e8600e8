package nowminusstart

import "time"

// Slow tells whether something has taken longer than it may.
func Slow(start time.Time, limit time.Duration) bool {
	return time.Now().Sub(start) > limit // want now-minus-start
}

// Expired tells whether a time is over.
func Expired(end time.Time) bool {
	return end.Sub(time.Now()) <= 0 // want now-minus-start
}
