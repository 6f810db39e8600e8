package mutexaroundcounter

import "sync"

type stats struct {
	mu     sync.Mutex
	count  int
	sum    float64
	byName map[string]int
}

// Two numbers that belong together.
func (s *stats) add(x float64) {
	s.mu.Lock()
	s.count++
	s.sum += x
	s.mu.Unlock()
}

// No number of its own, and no integer.
func (s *stats) named(name string) {
	s.mu.Lock()
	s.byName[name]++
	s.mu.Unlock()
	s.mu.Lock()
	s.sum++
	s.mu.Unlock()
}

type door struct{ open int }

func (d *door) Lock()   { d.open-- }
func (d *door) Unlock() { d.open++ }

// Something else of this name.
func other(d *door, s *stats) {
	d.Lock()
	s.count++
	d.Unlock()
}
