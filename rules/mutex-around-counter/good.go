package mutexaroundcounter

import "sync/atomic"

// ServerGood counts what it does.
type ServerGood struct{ requests atomic.Int64 }

// HandleGood does one thing.
func (s *ServerGood) HandleGood() {
	s.requests.Add(1)
}

var callsGood atomic.Int64

// CallGood counts calls.
func CallGood() int {
	callsGood.Add(1)
	return 1
}
