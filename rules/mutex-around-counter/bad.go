package mutexaroundcounter

import "sync"

// Server counts what it does.
type Server struct {
	mu       sync.Mutex
	requests int64
}

// Handle does one thing.
func (s *Server) Handle() {
	s.mu.Lock() // want mutex-around-counter
	s.requests++
	s.mu.Unlock()
}

var (
	mu    sync.Mutex
	calls int
)

// Call counts calls.
func Call() int {
	mu.Lock() // want mutex-around-counter
	calls++
	mu.Unlock()
	return 1
}
