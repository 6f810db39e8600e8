package loadorstoreofnew

// OfGood gives the counter of a name.
func (c *Counters) OfGood(name string) *Counter {
	counter, ok := c.byName.Load(name)
	if !ok {
		counter, _ = c.byName.LoadOrStore(name, &Counter{})
	}
	return counter.(*Counter)
}

// MadeGood gives it another way.
func (c *Counters) MadeGood(name string) *Counter {
	return c.OfGood(name)
}
