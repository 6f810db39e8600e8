package nowminusstart

import "time"

// SlowGood tells whether something has taken longer than it may.
func SlowGood(start time.Time, limit time.Duration) bool {
	return time.Since(start) > limit
}

// ExpiredGood tells whether a time is over.
func ExpiredGood(end time.Time) bool {
	return time.Until(end) <= 0
}
