package loadorstoreofnew

import "sync"

// Counter counts by name.
type Counter struct {
	mu sync.Mutex
	n  int
}

// Counters are kept by name.
type Counters struct{ byName sync.Map }

// Of gives the counter of a name.
func (c *Counters) Of(name string) *Counter {
	counter, _ := c.byName.LoadOrStore(name, &Counter{}) // want load-or-store-of-new
	return counter.(*Counter)
}

// Made gives it another way.
func (c *Counters) Made(name string) *Counter {
	fresh := new(Counter)
	counter, _ := c.byName.LoadOrStore(name, fresh) // want load-or-store-of-new
	return counter.(*Counter)
}
