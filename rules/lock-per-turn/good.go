package lockperturn

// CountGood counts names.
func (c *Counters) CountGood(names []string) int {
	c.mu.Lock()
	for _, name := range names {
		c.byName[name]++
	}
	c.mu.Unlock()
	return len(c.byName)
}

// ResetGood sets names back.
func (c *Counters) ResetGood(names []string) int {
	c.mu.Lock()
	for i := range names {
		c.byName[names[i]] = 0
	}
	c.mu.Unlock()
	return len(c.byName)
}
