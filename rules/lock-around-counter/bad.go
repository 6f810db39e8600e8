package lockaroundcounter

import "sync"

// Stats counts requests.
type Stats struct {
	mu       sync.Mutex
	requests int64
	bytes    int64
}

// Request counts one request.
func (s *Stats) Request() int64 {
	s.mu.Lock() // want lock-around-counter
	s.requests++
	s.mu.Unlock()
	return s.requests
}

var (
	mu   sync.Mutex
	hits int
)

// Hit counts hits of the whole program.
func Hit(n int) {
	mu.Lock() // want lock-around-counter
	hits += n
	mu.Unlock()
}

// Sent counts bytes.
func (s *Stats) Sent(n int64) {
	s.mu.Lock() // want lock-around-counter
	defer s.mu.Unlock()
	s.bytes += n
}
