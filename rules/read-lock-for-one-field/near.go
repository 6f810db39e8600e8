package readlockforonefield

// Two fields that belong together.
func (h *Holder) both() (*Settings, int64) {
	h.mu.RLock()
	defer h.mu.RUnlock()
	return h.settings, h.version
}

// What lies behind the pointer is read under the lock.
func (h *Holder) name() string {
	h.mu.RLock()
	defer h.mu.RUnlock()
	return h.settings.Name
}

type others struct {
	Holder
	byName map[string]int
	all    []int
	text   string
}

// An entry of a map, and values of more than a word.
func (o *others) entry(name string) int {
	o.mu.RLock()
	defer o.mu.RUnlock()
	return o.byName[name]
}

func (o *others) words() string {
	o.mu.RLock()
	defer o.mu.RUnlock()
	return o.text
}

func (o *others) length() int {
	o.mu.RLock()
	defer o.mu.RUnlock()
	return len(o.all)
}

// More is done than read.
func (h *Holder) next() int64 {
	h.mu.RLock()
	version := h.version
	version++
	h.mu.RUnlock()
	return version
}

type door struct{ open int64 }

func (d *door) RLock()   {}
func (d *door) RUnlock() {}

// Something else of this name.
func (d *door) isOpen() int64 {
	d.RLock()
	defer d.RUnlock()
	return d.open
}
