package lockaroundcounter

import "sync/atomic"

// StatsGood counts requests.
type StatsGood struct {
	requests atomic.Int64
	bytes    atomic.Int64
}

// RequestGood counts one request.
func (s *StatsGood) RequestGood() int64 {
	return s.requests.Add(1)
}

var hitsGood atomic.Int64

// HitGood counts hits of the whole program.
func HitGood(n int) {
	hitsGood.Add(int64(n))
}

// SentGood counts bytes.
func (s *StatsGood) SentGood(n int64) {
	s.bytes.Add(n)
}
