package nowminusstart

import "time"

// Slow tells whether something has taken longer than it may.
func Slow(start time.Time, limit time.Duration) bool {
	return time.Now().Sub(start) > limit // want now-minus-start
}

// Expired tells whether the time that something has is over.
func Expired(start time.Time, limit time.Duration) bool {
	end := start.Add(limit)
	return end.Sub(time.Now()) <= 0 // want now-minus-start
}
