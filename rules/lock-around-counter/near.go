package lockaroundcounter

import "sync"

// Two numbers that belong together: nobody may see one without the other.
func (s *Stats) both(n int64) {
	s.mu.Lock()
	s.requests++
	s.bytes += n
	s.mu.Unlock()
}

// A map has no atomic entry.
type byName struct {
	mu     sync.Mutex
	counts map[string]int
	all    []int
	ratio  float64
	name   string
}

func (b *byName) count(name string) {
	b.mu.Lock()
	b.counts[name]++
	b.mu.Unlock()
}

func (b *byName) at(i int) {
	b.mu.Lock()
	b.all[i]++
	b.mu.Unlock()
}

// A float has no atomic type, and a text grows.
func (b *byName) others(ratio float64, name string) {
	b.mu.Lock()
	b.ratio += ratio
	b.mu.Unlock()
	b.mu.Lock()
	b.name += name
	b.mu.Unlock()
}

// It is read before.
func (s *Stats) capped(most int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.requests < most {
		s.requests++
	}
}

// Another lock is freed.
func two(a, b *Stats) {
	a.mu.Lock()
	a.requests++
	b.mu.Unlock()
}

// A variable of the function's own.
func own(numbers []int) (sum int) {
	var lock sync.Mutex
	var group sync.WaitGroup
	for _, number := range numbers {
		group.Add(1)
		go func() {
			defer group.Done()
			lock.Lock()
			sum += number
			lock.Unlock()
		}()
	}
	group.Wait()
	return sum
}

type door struct{ open int }

func (d *door) Lock()   { d.open-- }
func (d *door) Unlock() { d.open++ }

// Something else of this name.
func other(d *door, s *Stats) {
	d.Lock()
	s.requests++
	d.Unlock()
}
