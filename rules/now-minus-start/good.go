package nowminusstart

import "time"

// SlowGood tells whether something has taken longer than it may.
func SlowGood(start time.Time, limit time.Duration) bool {
	return time.Since(start) > limit
}

// ExpiredGood tells whether the time that something has is over.
func ExpiredGood(start time.Time, limit time.Duration) bool {
	end := start.Add(limit)
	return time.Until(end) <= 0
}
