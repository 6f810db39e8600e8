package lockperturn

import "sync"

// A lock of each turn's own.
func each(all []*Counters, name string) {
	for _, one := range all {
		one.mu.Lock()
		one.byName[name]++
		one.mu.Unlock()
	}
}

// Work between, which others need not wait for.
func (c *Counters) work(names []string, cost func(string) int) {
	for _, name := range names {
		n := cost(name)
		c.mu.Lock()
		c.byName[name] += n
		c.mu.Unlock()
	}
}

func (c *Counters) inside(names []string, cost func(string) int) {
	for _, name := range names {
		c.mu.Lock()
		c.byName[name] = cost(name)
		c.mu.Unlock()
	}
}

// What comes from a channel comes one by one.
func (c *Counters) drain(names <-chan string) {
	for name := range names {
		c.mu.Lock()
		c.byName[name]++
		c.mu.Unlock()
	}
}

// A few turns.
func (c *Counters) both() {
	for _, name := range []string{"a", "b"} {
		c.mu.Lock()
		c.byName[name]++
		c.mu.Unlock()
	}
}

type door struct{ open int }

func (d *door) Lock()   { d.open-- }
func (d *door) Unlock() { d.open++ }

// Something else of this name.
func other(d *door, names []string) (count int) {
	for range names {
		d.Lock()
		count++
		d.Unlock()
	}
	return count
}

var _ sync.Locker = (*door)(nil)
