package lockperturn

import "sync"

// Counters counts by name.
type Counters struct {
	mu     sync.Mutex
	byName map[string]int
}

// Count counts names.
func (c *Counters) Count(names []string) int {
	for _, name := range names {
		c.mu.Lock() // want lock-per-turn
		c.byName[name]++
		c.mu.Unlock()
	}
	return len(c.byName)
}

// Reset sets names back.
func (c *Counters) Reset(names []string) int {
	for i := range names {
		// Others may come in between.
		c.mu.Lock() // want lock-per-turn
		c.byName[names[i]] = 0
		c.mu.Unlock() // here
	}
	return len(c.byName)
}
